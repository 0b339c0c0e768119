<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
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
    <field name="value" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="problem" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Row of the extract" field="extract_row" index="0"/>
    <alias name="Field" field="field" index="1"/>
    <alias name="Value" field="value" index="2"/>
    <alias name="Problem" field="problem" index="3"/>
  </aliases>
  <defaults>
    <default expression="" field="extract_row" applyOnUpdate="0"/>
    <default expression="" field="field" applyOnUpdate="0"/>
    <default expression="" field="value" applyOnUpdate="0"/>
    <default expression="" field="problem" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="extract_row" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="field" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="value" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="problem" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="extract_row" exp=""/>
    <constraint desc="" field="field" exp=""/>
    <constraint desc="" field="value" exp=""/>
    <constraint desc="" field="problem" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="extract_row" hidden="0" width="-1"/>
      <column type="field" name="field" hidden="0" width="-1"/>
      <column type="field" name="value" hidden="0" width="-1"/>
      <column type="field" name="problem" hidden="0" width="-1"/>
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
