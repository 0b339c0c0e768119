<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="park_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="park_name" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="sector" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="sector_title" configurationFlags="None">
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
    <field name="share_pct" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="surely" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="possible" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="employees" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="employees_unknown" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="permitted" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="not_permitted" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="permit_not_known" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="neighbours" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Park id" field="park_id" index="0"/>
    <alias name="Park" field="park_name" index="1"/>
    <alias name="Sector" field="sector" index="2"/>
    <alias name="Title of the sector" field="sector_title" index="3"/>
    <alias name="Factories" field="factories" index="4"/>
    <alias name="Share (%)" field="share_pct" index="5"/>
    <alias name="Surely inside" field="surely" index="6"/>
    <alias name="Possibly inside" field="possible" index="7"/>
    <alias name="Employees" field="employees" index="8"/>
    <alias name="Factories without a number of employees" field="employees_unknown" index="9"/>
    <alias name="Permitted" field="permitted" index="10"/>
    <alias name="Not permitted" field="not_permitted" index="11"/>
    <alias name="Permission not known" field="permit_not_known" index="12"/>
    <alias name="Neighbours" field="neighbours" index="13"/>
  </aliases>
  <defaults>
    <default expression="" field="park_id" applyOnUpdate="0"/>
    <default expression="" field="park_name" applyOnUpdate="0"/>
    <default expression="" field="sector" applyOnUpdate="0"/>
    <default expression="" field="sector_title" applyOnUpdate="0"/>
    <default expression="" field="factories" applyOnUpdate="0"/>
    <default expression="" field="share_pct" applyOnUpdate="0"/>
    <default expression="" field="surely" applyOnUpdate="0"/>
    <default expression="" field="possible" applyOnUpdate="0"/>
    <default expression="" field="employees" applyOnUpdate="0"/>
    <default expression="" field="employees_unknown" applyOnUpdate="0"/>
    <default expression="" field="permitted" applyOnUpdate="0"/>
    <default expression="" field="not_permitted" applyOnUpdate="0"/>
    <default expression="" field="permit_not_known" applyOnUpdate="0"/>
    <default expression="" field="neighbours" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="park_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="park_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sector" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sector_title" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="share_pct" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="surely" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="possible" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="employees" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="employees_unknown" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="permitted" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="not_permitted" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="permit_not_known" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="neighbours" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="park_id" exp=""/>
    <constraint desc="" field="park_name" exp=""/>
    <constraint desc="" field="sector" exp=""/>
    <constraint desc="" field="sector_title" exp=""/>
    <constraint desc="" field="factories" exp=""/>
    <constraint desc="" field="share_pct" exp=""/>
    <constraint desc="" field="surely" exp=""/>
    <constraint desc="" field="possible" exp=""/>
    <constraint desc="" field="employees" exp=""/>
    <constraint desc="" field="employees_unknown" exp=""/>
    <constraint desc="" field="permitted" exp=""/>
    <constraint desc="" field="not_permitted" exp=""/>
    <constraint desc="" field="permit_not_known" exp=""/>
    <constraint desc="" field="neighbours" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="park_id" hidden="0" width="-1"/>
      <column type="field" name="park_name" hidden="0" width="-1"/>
      <column type="field" name="sector" hidden="0" width="-1"/>
      <column type="field" name="sector_title" hidden="0" width="-1"/>
      <column type="field" name="factories" hidden="0" width="-1"/>
      <column type="field" name="share_pct" hidden="0" width="-1"/>
      <column type="field" name="surely" hidden="0" width="-1"/>
      <column type="field" name="possible" hidden="0" width="-1"/>
      <column type="field" name="employees" hidden="0" width="-1"/>
      <column type="field" name="employees_unknown" hidden="0" width="-1"/>
      <column type="field" name="permitted" hidden="0" width="-1"/>
      <column type="field" name="not_permitted" hidden="0" width="-1"/>
      <column type="field" name="permit_not_known" hidden="0" width="-1"/>
      <column type="field" name="neighbours" hidden="0" width="-1"/>
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
