<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="cluster_id" configurationFlags="None">
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
    <field name="factory_share" configurationFlags="None">
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
    <field name="employee_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="lq" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="lq_note" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="lq_province" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="lq_province_note" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Cluster id" field="cluster_id" index="0"/>
    <alias name="Sector" field="sector" index="1"/>
    <alias name="Title of the sector" field="sector_title" index="2"/>
    <alias name="Factories" field="factories" index="3"/>
    <alias name="Share of the factories with a known sector" field="factory_share" index="4"/>
    <alias name="Employees" field="employees" index="5"/>
    <alias name="Share of the employees" field="employee_share" index="6"/>
    <alias name="Location quotient" field="lq" index="7"/>
    <alias name="Can it be read?" field="lq_note" index="8"/>
    <alias name="Location quotient in the province" field="lq_province" index="9"/>
    <alias name="Can that be read?" field="lq_province_note" index="10"/>
  </aliases>
  <defaults>
    <default expression="" field="cluster_id" applyOnUpdate="0"/>
    <default expression="" field="sector" applyOnUpdate="0"/>
    <default expression="" field="sector_title" applyOnUpdate="0"/>
    <default expression="" field="factories" applyOnUpdate="0"/>
    <default expression="" field="factory_share" applyOnUpdate="0"/>
    <default expression="" field="employees" applyOnUpdate="0"/>
    <default expression="" field="employee_share" applyOnUpdate="0"/>
    <default expression="" field="lq" applyOnUpdate="0"/>
    <default expression="" field="lq_note" applyOnUpdate="0"/>
    <default expression="" field="lq_province" applyOnUpdate="0"/>
    <default expression="" field="lq_province_note" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="cluster_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sector" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sector_title" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="employees" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="employee_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lq" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lq_note" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lq_province" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lq_province_note" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="cluster_id" exp=""/>
    <constraint desc="" field="sector" exp=""/>
    <constraint desc="" field="sector_title" exp=""/>
    <constraint desc="" field="factories" exp=""/>
    <constraint desc="" field="factory_share" exp=""/>
    <constraint desc="" field="employees" exp=""/>
    <constraint desc="" field="employee_share" exp=""/>
    <constraint desc="" field="lq" exp=""/>
    <constraint desc="" field="lq_note" exp=""/>
    <constraint desc="" field="lq_province" exp=""/>
    <constraint desc="" field="lq_province_note" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="cluster_id" hidden="0" width="-1"/>
      <column type="field" name="sector" hidden="0" width="-1"/>
      <column type="field" name="sector_title" hidden="0" width="-1"/>
      <column type="field" name="factories" hidden="0" width="-1"/>
      <column type="field" name="factory_share" hidden="0" width="-1"/>
      <column type="field" name="employees" hidden="0" width="-1"/>
      <column type="field" name="employee_share" hidden="0" width="-1"/>
      <column type="field" name="lq" hidden="0" width="-1"/>
      <column type="field" name="lq_note" hidden="0" width="-1"/>
      <column type="field" name="lq_province" hidden="0" width="-1"/>
      <column type="field" name="lq_province_note" hidden="0" width="-1"/>
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
