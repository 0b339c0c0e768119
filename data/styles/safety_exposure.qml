<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="factory_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factory_name" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="class" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="level" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="level_no" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="distance_m" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="receptors" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="receptors_ring" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="people" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="people_ring" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="names" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Factory id" field="factory_id" index="0"/>
    <alias name="Factory" field="factory_name" index="1"/>
    <alias name="Class" field="class" index="2"/>
    <alias name="Level" field="level" index="3"/>
    <alias name="Number of the level" field="level_no" index="4"/>
    <alias name="Distance (m)" field="distance_m" index="5"/>
    <alias name="Receptors" field="receptors" index="6"/>
    <alias name="Receptors of this level alone" field="receptors_ring" index="7"/>
    <alias name="People" field="people" index="8"/>
    <alias name="People of this level alone" field="people_ring" index="9"/>
    <alias name="Names" field="names" index="10"/>
  </aliases>
  <defaults>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="factory_name" applyOnUpdate="0"/>
    <default expression="" field="class" applyOnUpdate="0"/>
    <default expression="" field="level" applyOnUpdate="0"/>
    <default expression="" field="level_no" applyOnUpdate="0"/>
    <default expression="" field="distance_m" applyOnUpdate="0"/>
    <default expression="" field="receptors" applyOnUpdate="0"/>
    <default expression="" field="receptors_ring" applyOnUpdate="0"/>
    <default expression="" field="people" applyOnUpdate="0"/>
    <default expression="" field="people_ring" applyOnUpdate="0"/>
    <default expression="" field="names" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="class" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="level" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="level_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="distance_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="receptors" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="receptors_ring" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="people" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="people_ring" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="names" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="factory_name" exp=""/>
    <constraint desc="" field="class" exp=""/>
    <constraint desc="" field="level" exp=""/>
    <constraint desc="" field="level_no" exp=""/>
    <constraint desc="" field="distance_m" exp=""/>
    <constraint desc="" field="receptors" exp=""/>
    <constraint desc="" field="receptors_ring" exp=""/>
    <constraint desc="" field="people" exp=""/>
    <constraint desc="" field="people_ring" exp=""/>
    <constraint desc="" field="names" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="factory_name" hidden="0" width="-1"/>
      <column type="field" name="class" hidden="0" width="-1"/>
      <column type="field" name="level" hidden="0" width="-1"/>
      <column type="field" name="level_no" hidden="0" width="-1"/>
      <column type="field" name="distance_m" hidden="0" width="-1"/>
      <column type="field" name="receptors" hidden="0" width="-1"/>
      <column type="field" name="receptors_ring" hidden="0" width="-1"/>
      <column type="field" name="people" hidden="0" width="-1"/>
      <column type="field" name="people_ring" hidden="0" width="-1"/>
      <column type="field" name="names" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>generatedlayout</editorlayout>
  <editable/>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <layerGeometryType>4</layerGeometryType>
</qgis>
