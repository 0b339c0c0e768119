<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="level" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="code" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="name" configurationFlags="None">
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
    <field name="completed" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="to_register" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="completed_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="deadline" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="known" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="closed" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="in_register" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="in_extract" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="matched" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="not_located" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="extract_only" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="field_finds" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="register_only" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ambiguous_register" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ambiguous_extract" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="ambiguous_counted" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="located" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="conflicting" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="expired" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="overdue" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Level" field="level" index="0"/>
    <alias name="Code" field="code" index="1"/>
    <alias name="Name" field="name" index="2"/>
    <alias name="Explanation" field="message" index="3"/>
    <alias name="Registration completed" field="completed" index="4"/>
    <alias name="To be registered" field="to_register" index="5"/>
    <alias name="Share completed" field="completed_share" index="6"/>
    <alias name="Deadline" field="deadline" index="7"/>
    <alias name="Known to either" field="known" index="8"/>
    <alias name="Closed for good" field="closed" index="9"/>
    <alias name="In the register" field="in_register" index="10"/>
    <alias name="In the extract" field="in_extract" index="11"/>
    <alias name="Registered and located" field="matched" index="12"/>
    <alias name="Registered, not located" field="not_located" index="13"/>
    <alias name="Located by the extract alone" field="extract_only" index="14"/>
    <alias name="Located, not registered" field="field_finds" index="15"/>
    <alias name="Neither located nor registered" field="register_only" index="16"/>
    <alias name="Ambiguous in the register" field="ambiguous_register" index="17"/>
    <alias name="Ambiguous in the extract" field="ambiguous_extract" index="18"/>
    <alias name="Ambiguous, to be registered" field="ambiguous_counted" index="19"/>
    <alias name="Located" field="located" index="20"/>
    <alias name="In conflict" field="conflicting" index="21"/>
    <alias name="Permit run out" field="expired" index="22"/>
    <alias name="Overdue" field="overdue" index="23"/>
  </aliases>
  <defaults>
    <default expression="" field="level" applyOnUpdate="0"/>
    <default expression="" field="code" applyOnUpdate="0"/>
    <default expression="" field="name" applyOnUpdate="0"/>
    <default expression="" field="message" applyOnUpdate="0"/>
    <default expression="" field="completed" applyOnUpdate="0"/>
    <default expression="" field="to_register" applyOnUpdate="0"/>
    <default expression="" field="completed_share" applyOnUpdate="0"/>
    <default expression="" field="deadline" applyOnUpdate="0"/>
    <default expression="" field="known" applyOnUpdate="0"/>
    <default expression="" field="closed" applyOnUpdate="0"/>
    <default expression="" field="in_register" applyOnUpdate="0"/>
    <default expression="" field="in_extract" applyOnUpdate="0"/>
    <default expression="" field="matched" applyOnUpdate="0"/>
    <default expression="" field="not_located" applyOnUpdate="0"/>
    <default expression="" field="extract_only" applyOnUpdate="0"/>
    <default expression="" field="field_finds" applyOnUpdate="0"/>
    <default expression="" field="register_only" applyOnUpdate="0"/>
    <default expression="" field="ambiguous_register" applyOnUpdate="0"/>
    <default expression="" field="ambiguous_extract" applyOnUpdate="0"/>
    <default expression="" field="ambiguous_counted" applyOnUpdate="0"/>
    <default expression="" field="located" applyOnUpdate="0"/>
    <default expression="" field="conflicting" applyOnUpdate="0"/>
    <default expression="" field="expired" applyOnUpdate="0"/>
    <default expression="" field="overdue" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="level" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="code" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="message" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="completed" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="to_register" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="completed_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="deadline" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="known" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="closed" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="in_register" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="in_extract" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="matched" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="not_located" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="extract_only" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="field_finds" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="register_only" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="ambiguous_register" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="ambiguous_extract" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="ambiguous_counted" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="located" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="conflicting" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="expired" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="overdue" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="level" exp=""/>
    <constraint desc="" field="code" exp=""/>
    <constraint desc="" field="name" exp=""/>
    <constraint desc="" field="message" exp=""/>
    <constraint desc="" field="completed" exp=""/>
    <constraint desc="" field="to_register" exp=""/>
    <constraint desc="" field="completed_share" exp=""/>
    <constraint desc="" field="deadline" exp=""/>
    <constraint desc="" field="known" exp=""/>
    <constraint desc="" field="closed" exp=""/>
    <constraint desc="" field="in_register" exp=""/>
    <constraint desc="" field="in_extract" exp=""/>
    <constraint desc="" field="matched" exp=""/>
    <constraint desc="" field="not_located" exp=""/>
    <constraint desc="" field="extract_only" exp=""/>
    <constraint desc="" field="field_finds" exp=""/>
    <constraint desc="" field="register_only" exp=""/>
    <constraint desc="" field="ambiguous_register" exp=""/>
    <constraint desc="" field="ambiguous_extract" exp=""/>
    <constraint desc="" field="ambiguous_counted" exp=""/>
    <constraint desc="" field="located" exp=""/>
    <constraint desc="" field="conflicting" exp=""/>
    <constraint desc="" field="expired" exp=""/>
    <constraint desc="" field="overdue" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="code" hidden="0" width="-1"/>
      <column type="field" name="name" hidden="0" width="-1"/>
      <column type="field" name="message" hidden="0" width="-1"/>
      <column type="field" name="completed" hidden="0" width="-1"/>
      <column type="field" name="to_register" hidden="0" width="-1"/>
      <column type="field" name="completed_share" hidden="0" width="-1"/>
      <column type="field" name="deadline" hidden="0" width="-1"/>
      <column type="field" name="known" hidden="0" width="-1"/>
      <column type="field" name="closed" hidden="0" width="-1"/>
      <column type="field" name="in_register" hidden="0" width="-1"/>
      <column type="field" name="in_extract" hidden="0" width="-1"/>
      <column type="field" name="matched" hidden="0" width="-1"/>
      <column type="field" name="not_located" hidden="0" width="-1"/>
      <column type="field" name="extract_only" hidden="0" width="-1"/>
      <column type="field" name="field_finds" hidden="0" width="-1"/>
      <column type="field" name="register_only" hidden="0" width="-1"/>
      <column type="field" name="located" hidden="0" width="-1"/>
      <column type="field" name="conflicting" hidden="0" width="-1"/>
      <column type="field" name="expired" hidden="0" width="-1"/>
      <column type="field" name="overdue" hidden="0" width="-1"/>
      <column type="field" name="ambiguous_register" hidden="0" width="-1"/>
      <column type="field" name="ambiguous_extract" hidden="0" width="-1"/>
      <column type="field" name="ambiguous_counted" hidden="0" width="-1"/>
      <column type="field" name="level" hidden="1" width="-1"/>
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
