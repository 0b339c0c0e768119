<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
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
    <field name="factories" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="area_ha" configurationFlags="None">
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
  </fieldConfiguration>
  <aliases>
    <alias name="Class" field="class" index="0"/>
    <alias name="Level" field="level" index="1"/>
    <alias name="Number of the level" field="level_no" index="2"/>
    <alias name="Factories" field="factories" index="3"/>
    <alias name="Area (ha)" field="area_ha" index="4"/>
    <alias name="Receptors" field="receptors" index="5"/>
    <alias name="Receptors of this level alone" field="receptors_ring" index="6"/>
    <alias name="People" field="people" index="7"/>
    <alias name="People of this level alone" field="people_ring" index="8"/>
  </aliases>
  <defaults>
    <default expression="" field="class" applyOnUpdate="0"/>
    <default expression="" field="level" applyOnUpdate="0"/>
    <default expression="" field="level_no" applyOnUpdate="0"/>
    <default expression="" field="factories" applyOnUpdate="0"/>
    <default expression="" field="area_ha" applyOnUpdate="0"/>
    <default expression="" field="receptors" applyOnUpdate="0"/>
    <default expression="" field="receptors_ring" applyOnUpdate="0"/>
    <default expression="" field="people" applyOnUpdate="0"/>
    <default expression="" field="people_ring" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="class" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="level" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="level_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="area_ha" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="receptors" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="receptors_ring" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="people" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="people_ring" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="class" exp=""/>
    <constraint desc="" field="level" exp=""/>
    <constraint desc="" field="level_no" exp=""/>
    <constraint desc="" field="factories" exp=""/>
    <constraint desc="" field="area_ha" exp=""/>
    <constraint desc="" field="receptors" exp=""/>
    <constraint desc="" field="receptors_ring" exp=""/>
    <constraint desc="" field="people" exp=""/>
    <constraint desc="" field="people_ring" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="class" hidden="0" width="-1"/>
      <column type="field" name="level" hidden="0" width="-1"/>
      <column type="field" name="level_no" hidden="0" width="-1"/>
      <column type="field" name="factories" hidden="0" width="-1"/>
      <column type="field" name="area_ha" hidden="0" width="-1"/>
      <column type="field" name="receptors" hidden="0" width="-1"/>
      <column type="field" name="receptors_ring" hidden="0" width="-1"/>
      <column type="field" name="people" hidden="0" width="-1"/>
      <column type="field" name="people_ring" hidden="0" width="-1"/>
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
