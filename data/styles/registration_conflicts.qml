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
    <field name="licence_no" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="extract_row" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="field" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="register_value" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="extract_value" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="newer" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="newer_by_days" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="certainty" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="message" configurationFlags="None">
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
    <alias name="Licence number" field="licence_no" index="2"/>
    <alias name="Row of the extract" field="extract_row" index="3"/>
    <alias name="Field" field="field" index="4"/>
    <alias name="In the register" field="register_value" index="5"/>
    <alias name="In the extract" field="extract_value" index="6"/>
    <alias name="Newer" field="newer" index="7"/>
    <alias name="Newer by (days)" field="newer_by_days" index="8"/>
    <alias name="Certainty" field="certainty" index="9"/>
    <alias name="Explanation" field="message" index="10"/>
  </aliases>
  <defaults>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="factory_name" applyOnUpdate="0"/>
    <default expression="" field="licence_no" applyOnUpdate="0"/>
    <default expression="" field="extract_row" applyOnUpdate="0"/>
    <default expression="" field="field" applyOnUpdate="0"/>
    <default expression="" field="register_value" applyOnUpdate="0"/>
    <default expression="" field="extract_value" applyOnUpdate="0"/>
    <default expression="" field="newer" applyOnUpdate="0"/>
    <default expression="" field="newer_by_days" applyOnUpdate="0"/>
    <default expression="" field="certainty" applyOnUpdate="0"/>
    <default expression="" field="message" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="licence_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_row" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="field" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="register_value" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_value" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="newer" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="newer_by_days" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="certainty" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="message" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="factory_name" exp=""/>
    <constraint desc="" field="licence_no" exp=""/>
    <constraint desc="" field="extract_row" exp=""/>
    <constraint desc="" field="field" exp=""/>
    <constraint desc="" field="register_value" exp=""/>
    <constraint desc="" field="extract_value" exp=""/>
    <constraint desc="" field="newer" exp=""/>
    <constraint desc="" field="newer_by_days" exp=""/>
    <constraint desc="" field="certainty" exp=""/>
    <constraint desc="" field="message" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="factory_name" hidden="0" width="-1"/>
      <column type="field" name="licence_no" hidden="0" width="-1"/>
      <column type="field" name="extract_row" hidden="0" width="-1"/>
      <column type="field" name="field" hidden="0" width="-1"/>
      <column type="field" name="register_value" hidden="0" width="-1"/>
      <column type="field" name="extract_value" hidden="0" width="-1"/>
      <column type="field" name="newer" hidden="0" width="-1"/>
      <column type="field" name="newer_by_days" hidden="0" width="-1"/>
      <column type="field" name="certainty" hidden="0" width="-1"/>
      <column type="field" name="message" hidden="0" width="-1"/>
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
