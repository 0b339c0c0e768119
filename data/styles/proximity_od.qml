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
    <field name="layer" configurationFlags="None">
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
    <field name="rank" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="target_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="target_name" configurationFlags="None">
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
    <field name="bearing_deg" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="direction" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="None">
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
    <alias name="Layer" field="layer" index="2"/>
    <alias name="Class" field="class" index="3"/>
    <alias name="Rank" field="rank" index="4"/>
    <alias name="Target id" field="target_id" index="5"/>
    <alias name="Target" field="target_name" index="6"/>
    <alias name="Distance (m)" field="distance_m" index="7"/>
    <alias name="Direction (degrees)" field="bearing_deg" index="8"/>
    <alias name="Direction" field="direction" index="9"/>
    <alias name="Note" field="note" index="10"/>
  </aliases>
  <defaults>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="factory_name" applyOnUpdate="0"/>
    <default expression="" field="layer" applyOnUpdate="0"/>
    <default expression="" field="class" applyOnUpdate="0"/>
    <default expression="" field="rank" applyOnUpdate="0"/>
    <default expression="" field="target_id" applyOnUpdate="0"/>
    <default expression="" field="target_name" applyOnUpdate="0"/>
    <default expression="" field="distance_m" applyOnUpdate="0"/>
    <default expression="" field="bearing_deg" applyOnUpdate="0"/>
    <default expression="" field="direction" applyOnUpdate="0"/>
    <default expression="" field="note" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="layer" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="class" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="rank" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="distance_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="bearing_deg" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="direction" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="note" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="factory_name" exp=""/>
    <constraint desc="" field="layer" exp=""/>
    <constraint desc="" field="class" exp=""/>
    <constraint desc="" field="rank" exp=""/>
    <constraint desc="" field="target_id" exp=""/>
    <constraint desc="" field="target_name" exp=""/>
    <constraint desc="" field="distance_m" exp=""/>
    <constraint desc="" field="bearing_deg" exp=""/>
    <constraint desc="" field="direction" exp=""/>
    <constraint desc="" field="note" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="factory_name" hidden="0" width="-1"/>
      <column type="field" name="layer" hidden="0" width="-1"/>
      <column type="field" name="class" hidden="0" width="-1"/>
      <column type="field" name="rank" hidden="0" width="-1"/>
      <column type="field" name="target_id" hidden="0" width="-1"/>
      <column type="field" name="target_name" hidden="0" width="-1"/>
      <column type="field" name="distance_m" hidden="0" width="-1"/>
      <column type="field" name="bearing_deg" hidden="0" width="-1"/>
      <column type="field" name="direction" hidden="0" width="-1"/>
      <column type="field" name="note" hidden="0" width="-1"/>
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
