<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FigureText</name>
    <message numerus="yes">
        <source>On %n stored day(s) OpenAI gave no figure; they are left out, not counted as zero.</source>
        <translation>
            <numerusform>On %n stored day OpenAI gave no figure; it is left out, not counted as zero.</numerusform>
            <numerusform>On %n stored days OpenAI gave no figure; they are left out, not counted as zero.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ui::pages::CodeReviewPage</name>
    <message numerus="yes">
        <source>On %n day(s) OpenAI gave no priorities; those comments stand under “No priority”.</source>
        <translation>
            <numerusform>On %n day OpenAI gave no priorities; those comments stand under “No priority”.</numerusform>
            <numerusform>On %n days OpenAI gave no priorities; those comments stand under “No priority”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI did not say which reactions they were; those stand under “Kind not given”.</source>
        <translation>
            <numerusform>On %n day OpenAI did not say which reactions they were; those stand under “Kind not given”.</numerusform>
            <numerusform>On %n days OpenAI did not say which reactions they were; those stand under “Kind not given”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::EngineerPage</name>
    <message numerus="yes">
        <source>of %n stored day(s)</source>
        <translation>
            <numerusform>of %n stored day</numerusform>
            <numerusform>of %n stored days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewPage</name>
    <message numerus="yes">
        <source>Workspace rows count %1 than the sum over engineers, on the %n day(s) that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</source>
        <translation>
            <numerusform>Workspace rows count %1 than the sum over engineers, on the %n day that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</numerusform>
            <numerusform>Workspace rows count %1 than the sum over engineers, on the %n days that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::AppController</name>
    <message numerus="yes">
        <source>The key was removed and %n file(s) were deleted.</source>
        <translation>
            <numerusform>The key was removed and %n file was deleted.</numerusform>
            <numerusform>The key was removed and %n files were deleted.</numerusform>
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
