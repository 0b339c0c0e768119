<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="product" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="product_title" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="kind" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="verdict" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="basis" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="unit" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="demand" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="supply" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="met" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="unmet" configurationFlags="None">
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
    <field name="buyers_without" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="suppliers" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Product" field="product" index="0"/>
    <alias name="Title of the product" field="product_title" index="1"/>
    <alias name="Kind" field="kind" index="2"/>
    <alias name="Verdict" field="verdict" index="3"/>
    <alias name="What is counted" field="basis" index="4"/>
    <alias name="Unit" field="unit" index="5"/>
    <alias name="Demand" field="demand" index="6"/>
    <alias name="Supply" field="supply" index="7"/>
    <alias name="Met" field="met" index="8"/>
    <alias name="Unmet" field="unmet" index="9"/>
    <alias name="Buyers" field="buyers" index="10"/>
    <alias name="Buyers without a supplier for all of it" field="buyers_without" index="11"/>
    <alias name="Suppliers" field="suppliers" index="12"/>
  </aliases>
  <defaults>
    <default expression="" field="product" applyOnUpdate="0"/>
    <default expression="" field="product_title" applyOnUpdate="0"/>
    <default expression="" field="kind" applyOnUpdate="0"/>
    <default expression="" field="verdict" applyOnUpdate="0"/>
    <default expression="" field="basis" applyOnUpdate="0"/>
    <default expression="" field="unit" applyOnUpdate="0"/>
    <default expression="" field="demand" applyOnUpdate="0"/>
    <default expression="" field="supply" applyOnUpdate="0"/>
    <default expression="" field="met" applyOnUpdate="0"/>
    <default expression="" field="unmet" applyOnUpdate="0"/>
    <default expression="" field="buyers" applyOnUpdate="0"/>
    <default expression="" field="buyers_without" applyOnUpdate="0"/>
    <default expression="" field="suppliers" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="product" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="product_title" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="kind" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="verdict" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="basis" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="unit" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="demand" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="supply" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="met" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="unmet" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="buyers" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="buyers_without" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="suppliers" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="product" exp=""/>
    <constraint desc="" field="product_title" exp=""/>
    <constraint desc="" field="kind" exp=""/>
    <constraint desc="" field="verdict" exp=""/>
    <constraint desc="" field="basis" exp=""/>
    <constraint desc="" field="unit" exp=""/>
    <constraint desc="" field="demand" exp=""/>
    <constraint desc="" field="supply" exp=""/>
    <constraint desc="" field="met" exp=""/>
    <constraint desc="" field="unmet" exp=""/>
    <constraint desc="" field="buyers" exp=""/>
    <constraint desc="" field="buyers_without" exp=""/>
    <constraint desc="" field="suppliers" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="product" hidden="0" width="-1"/>
      <column type="field" name="product_title" hidden="0" width="-1"/>
      <column type="field" name="kind" hidden="0" width="-1"/>
      <column type="field" name="verdict" hidden="0" width="-1"/>
      <column type="field" name="basis" hidden="0" width="-1"/>
      <column type="field" name="unit" hidden="0" width="-1"/>
      <column type="field" name="demand" hidden="0" width="-1"/>
      <column type="field" name="supply" hidden="0" width="-1"/>
      <column type="field" name="met" hidden="0" width="-1"/>
      <column type="field" name="unmet" hidden="0" width="-1"/>
      <column type="field" name="buyers" hidden="0" width="-1"/>
      <column type="field" name="buyers_without" hidden="0" width="-1"/>
      <column type="field" name="suppliers" hidden="0" width="-1"/>
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
