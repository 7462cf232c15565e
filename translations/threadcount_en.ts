<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::common::format</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>age in minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>age in hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age in days</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::statustext</name>
    <message numerus="yes">
        <source>%1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>%1 of %n day</numerusform>
            <numerusform>%1 of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n final</source>
        <comment>days that no longer change</comment>
        <translation>
            <numerusform>%n final</numerusform>
            <numerusform>%n final</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provisional</source>
        <comment>days that can still change</comment>
        <translation>
            <numerusform>%n provisional</numerusform>
            <numerusform>%n provisional</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not offered</source>
        <comment>days before the first that the service still has</comment>
        <translation>
            <numerusform>%n not offered</numerusform>
            <numerusform>%n not offered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for</source>
        <comment>days before the first that the person asked for</comment>
        <translation>
            <numerusform>%n not asked for</numerusform>
            <numerusform>%n not asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>based on %1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>based on %1 of %n day</numerusform>
            <numerusform>based on %1 of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n provisional</source>
        <comment>sentence, days that can still change</comment>
        <translation>
            <numerusform>%1, %n provisional</numerusform>
            <numerusform>%1, %n provisional</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::BackfillPage</name>
    <message numerus="yes">
        <source>from %n request(s)</source>
        <translation>
            <numerusform>from %n request</numerusform>
            <numerusform>from %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::DonePage</name>
    <message numerus="yes">
        <source>%1 from %n request(s)</source>
        <translation>
            <numerusform>%1 from %n request</numerusform>
            <numerusform>%1 from %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::KeyPage</name>
    <message numerus="yes">
        <source>The key that ends in %1 is entered, %n character(s). Paste another one to replace it.</source>
        <translation>
            <numerusform>The key that ends in %1 is entered, %n character. Paste another one to replace it.</numerusform>
            <numerusform>The key that ends in %1 is entered, %n characters. Paste another one to replace it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends in %1, %n character(s). Only the last four are ever shown or logged.</source>
        <translation>
            <numerusform>Ends in %1, %n character. Only the last four are ever shown or logged.</numerusform>
            <numerusform>Ends in %1, %n characters. Only the last four are ever shown or logged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::StepRail</name>
    <message numerus="yes">
        <source>%n day(s), newest first</source>
        <translation>
            <numerusform>%n day, newest first</numerusform>
            <numerusform>%n days, newest first</numerusform>
        </translation>
    </message>
</context>
</TS>
