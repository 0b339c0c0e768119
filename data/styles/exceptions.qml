<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="finding_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factory_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="rule_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="feature_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="decision" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" name="Accepted: the finding is exempt" value="accepted"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Rejected: the verdict stands" value="rejected"/>
              </Option>
              <Option type="Map">
                <Option type="QString" name="Under review: the verdict stands for now" value="under review"/>
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="reason" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" name="IsMultiline" value="true"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="officer" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="decided_on" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="yyyy-MM-dd"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
            <Option type="bool" name="field_iso_format" value="false"/>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="expires_on" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="bool" name="allow_null" value="true"/>
            <Option type="bool" name="calendar_popup" value="true"/>
            <Option type="QString" name="display_format" value="yyyy-MM-dd"/>
            <Option type="QString" name="field_format" value="yyyy-MM-dd"/>
            <Option type="bool" name="field_iso_format" value="false"/>
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Finding id" field="finding_id" index="0"/>
    <alias name="Factory id" field="factory_id" index="1"/>
    <alias name="Rule" field="rule_id" index="2"/>
    <alias name="Feature id" field="feature_id" index="3"/>
    <alias name="Decision" field="decision" index="4"/>
    <alias name="Reason" field="reason" index="5"/>
    <alias name="Officer" field="officer" index="6"/>
    <alias name="Decided on" field="decided_on" index="7"/>
    <alias name="Valid until" field="expires_on" index="8"/>
  </aliases>
  <defaults>
    <default expression="" field="finding_id" applyOnUpdate="0"/>
    <default expression="" field="factory_id" applyOnUpdate="0"/>
    <default expression="" field="rule_id" applyOnUpdate="0"/>
    <default expression="" field="feature_id" applyOnUpdate="0"/>
    <default expression="" field="decision" applyOnUpdate="0"/>
    <default expression="" field="reason" applyOnUpdate="0"/>
    <default expression="coalesce(nullif(@user_full_name, ''), @user_account_name)" field="officer" applyOnUpdate="0"/>
    <default expression="to_date(now())" field="decided_on" applyOnUpdate="0"/>
    <default expression="" field="expires_on" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="finding_id" notnull_strength="1" constraints="1"/>
    <constraint unique_strength="0" exp_strength="0" field="factory_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="rule_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="feature_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="decision" notnull_strength="1" constraints="1"/>
    <constraint unique_strength="0" exp_strength="0" field="reason" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="officer" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="decided_on" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="expires_on" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="finding_id" exp=""/>
    <constraint desc="" field="factory_id" exp=""/>
    <constraint desc="" field="rule_id" exp=""/>
    <constraint desc="" field="feature_id" exp=""/>
    <constraint desc="" field="decision" exp=""/>
    <constraint desc="" field="reason" exp=""/>
    <constraint desc="" field="officer" exp=""/>
    <constraint desc="" field="decided_on" exp=""/>
    <constraint desc="" field="expires_on" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="finding_id" hidden="0" width="-1"/>
      <column type="field" name="factory_id" hidden="0" width="-1"/>
      <column type="field" name="rule_id" hidden="0" width="-1"/>
      <column type="field" name="decision" hidden="0" width="-1"/>
      <column type="field" name="reason" hidden="0" width="-1"/>
      <column type="field" name="officer" hidden="0" width="-1"/>
      <column type="field" name="decided_on" hidden="0" width="-1"/>
      <column type="field" name="expires_on" hidden="0" width="-1"/>
      <column type="field" name="feature_id" hidden="0" width="-1"/>
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
