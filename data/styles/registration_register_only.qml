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
    <field name="operator_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="registration_status" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="status" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="province_code" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="province" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="known_place" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="proposal" configurationFlags="None">
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
    <field name="evidence" configurationFlags="None">
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
    <alias name="Operator id" field="operator_id" index="3"/>
    <alias name="Registration status" field="registration_status" index="4"/>
    <alias name="Operating status" field="status" index="5"/>
    <alias name="Province code" field="province_code" index="6"/>
    <alias name="Province" field="province" index="7"/>
    <alias name="What is known of the place" field="known_place" index="8"/>
    <alias name="Proposal" field="proposal" index="9"/>
    <alias name="Certainty" field="certainty" index="10"/>
    <alias name="Evidence" field="evidence" index="11"/>
  </aliases>
  <defaults>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="factory_name" applyOnUpdate="0"/>
    <default expression="" field="licence_no" applyOnUpdate="0"/>
    <default expression="" field="operator_id" applyOnUpdate="0"/>
    <default expression="" field="registration_status" applyOnUpdate="0"/>
    <default expression="" field="status" applyOnUpdate="0"/>
    <default expression="" field="province_code" applyOnUpdate="0"/>
    <default expression="" field="province" applyOnUpdate="0"/>
    <default expression="" field="known_place" applyOnUpdate="0"/>
    <default expression="" field="proposal" applyOnUpdate="0"/>
    <default expression="" field="certainty" applyOnUpdate="0"/>
    <default expression="" field="evidence" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="licence_no" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="operator_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="registration_status" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="status" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="province_code" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="province" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="known_place" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="proposal" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="certainty" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="evidence" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="factory_name" exp=""/>
    <constraint desc="" field="licence_no" exp=""/>
    <constraint desc="" field="operator_id" exp=""/>
    <constraint desc="" field="registration_status" exp=""/>
    <constraint desc="" field="status" exp=""/>
    <constraint desc="" field="province_code" exp=""/>
    <constraint desc="" field="province" exp=""/>
    <constraint desc="" field="known_place" exp=""/>
    <constraint desc="" field="proposal" exp=""/>
    <constraint desc="" field="certainty" exp=""/>
    <constraint desc="" field="evidence" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="factory_name" hidden="0" width="-1"/>
      <column type="field" name="licence_no" hidden="0" width="-1"/>
      <column type="field" name="operator_id" hidden="0" width="-1"/>
      <column type="field" name="registration_status" hidden="0" width="-1"/>
      <column type="field" name="status" hidden="0" width="-1"/>
      <column type="field" name="province_code" hidden="0" width="-1"/>
      <column type="field" name="province" hidden="0" width="-1"/>
      <column type="field" name="known_place" hidden="0" width="-1"/>
      <column type="field" name="proposal" hidden="0" width="-1"/>
      <column type="field" name="certainty" hidden="0" width="-1"/>
      <column type="field" name="evidence" hidden="0" width="-1"/>
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
