<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="buyer_isic" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="buyer_title" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="input" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="input_title" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="coefficient" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="None">
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
    <field name="line" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="buyers" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Buyer's activity (ISIC)" field="buyer_isic" index="0"/>
    <alias name="Title of the activity" field="buyer_title" index="1"/>
    <alias name="Product used (ISIC)" field="input" index="2"/>
    <alias name="Title of the product used" field="input_title" index="3"/>
    <alias name="Coefficient" field="coefficient" index="4"/>
    <alias name="Source" field="source" index="5"/>
    <alias name="Note" field="note" index="6"/>
    <alias name="Line of the table" field="line" index="7"/>
    <alias name="Buyers" field="buyers" index="8"/>
  </aliases>
  <defaults>
    <default expression="" field="buyer_isic" applyOnUpdate="0"/>
    <default expression="" field="buyer_title" applyOnUpdate="0"/>
    <default expression="" field="input" applyOnUpdate="0"/>
    <default expression="" field="input_title" applyOnUpdate="0"/>
    <default expression="" field="coefficient" applyOnUpdate="0"/>
    <default expression="" field="source" applyOnUpdate="0"/>
    <default expression="" field="note" applyOnUpdate="0"/>
    <default expression="" field="line" applyOnUpdate="0"/>
    <default expression="" field="buyers" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="buyer_isic" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="buyer_title" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="input" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="input_title" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="coefficient" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="source" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="note" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="line" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="buyers" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="buyer_isic" exp=""/>
    <constraint desc="" field="buyer_title" exp=""/>
    <constraint desc="" field="input" exp=""/>
    <constraint desc="" field="input_title" exp=""/>
    <constraint desc="" field="coefficient" exp=""/>
    <constraint desc="" field="source" exp=""/>
    <constraint desc="" field="note" exp=""/>
    <constraint desc="" field="line" exp=""/>
    <constraint desc="" field="buyers" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="buyer_isic" hidden="0" width="-1"/>
      <column type="field" name="buyer_title" hidden="0" width="-1"/>
      <column type="field" name="input" hidden="0" width="-1"/>
      <column type="field" name="input_title" hidden="0" width="-1"/>
      <column type="field" name="coefficient" hidden="0" width="-1"/>
      <column type="field" name="source" hidden="0" width="-1"/>
      <column type="field" name="note" hidden="0" width="-1"/>
      <column type="field" name="line" hidden="0" width="-1"/>
      <column type="field" name="buyers" hidden="0" width="-1"/>
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
