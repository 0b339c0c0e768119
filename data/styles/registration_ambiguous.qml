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
    <field name="extract_name" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="extract_licence_no" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="why" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="evidence" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factory_open" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="extract_open" configurationFlags="None">
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
    <alias name="Name in the extract" field="extract_name" index="4"/>
    <alias name="Licence number in the extract" field="extract_licence_no" index="5"/>
    <alias name="Why" field="why" index="6"/>
    <alias name="Evidence" field="evidence" index="7"/>
    <alias name="The factory has no partner" field="factory_open" index="8"/>
    <alias name="The row has no partner" field="extract_open" index="9"/>
  </aliases>
  <defaults>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="factory_name" applyOnUpdate="0"/>
    <default expression="" field="licence_no" applyOnUpdate="0"/>
    <default expression="" field="extract_row" applyOnUpdate="0"/>
    <default expression="" field="extract_name" applyOnUpdate="0"/>
    <default expression="" field="extract_licence_no" applyOnUpdate="0"/>
    <default expression="" field="why" applyOnUpdate="0"/>
    <default expression="" field="evidence" applyOnUpdate="0"/>
    <default expression="" field="factory_open" applyOnUpdate="0"/>
    <default expression="" field="extract_open" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="licence_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_row" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_licence_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="why" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="evidence" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_open" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_open" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="factory_name" exp=""/>
    <constraint desc="" field="licence_no" exp=""/>
    <constraint desc="" field="extract_row" exp=""/>
    <constraint desc="" field="extract_name" exp=""/>
    <constraint desc="" field="extract_licence_no" exp=""/>
    <constraint desc="" field="why" exp=""/>
    <constraint desc="" field="evidence" exp=""/>
    <constraint desc="" field="factory_open" exp=""/>
    <constraint desc="" field="extract_open" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="factory_name" hidden="0" width="-1"/>
      <column type="field" name="licence_no" hidden="0" width="-1"/>
      <column type="field" name="extract_row" hidden="0" width="-1"/>
      <column type="field" name="extract_name" hidden="0" width="-1"/>
      <column type="field" name="extract_licence_no" hidden="0" width="-1"/>
      <column type="field" name="why" hidden="0" width="-1"/>
      <column type="field" name="evidence" hidden="0" width="-1"/>
      <column type="field" name="factory_open" hidden="0" width="-1"/>
      <column type="field" name="extract_open" hidden="0" width="-1"/>
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
