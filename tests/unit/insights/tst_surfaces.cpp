// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Surfaces.h"
#include "support/TestCase.h"

#include <set>

using namespace app::insights;

class TestSurfaces : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void documentedIds_data();
    void documentedIds();
    void allDocumentedIdsAreThere();
    void unknownIdsStayVerbatim_data();
    void unknownIdsStayVerbatim();
    void githubClaimsNoReviews();
    void familiesHaveTheirFixedColours();
    void modelsNameTheirSpeed();
    void remainders_data();
    void remainders();
};

void TestSurfaces::documentedIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("family");
    const auto row = [](const char* id, const char* name, SurfaceGroup group, SurfaceFamily family) {
        QTest::newRow(id) << QByteArray(id) << QString::fromUtf8(name) << static_cast<int>(group)
                          << static_cast<int>(family);
    };
    row("CODEX_CLI", "Codex CLI", SurfaceGroup::Local, SurfaceFamily::Cli);
    row("CODEX_DESKTOP_APP", "Codex desktop app", SurfaceGroup::Local, SurfaceFamily::Desktop);
    row("CODEX_CHATGPT_DESKTOP", "ChatGPT desktop app", SurfaceGroup::Local, SurfaceFamily::Desktop);
    row("CODEX_WORK_MOBILE", "ChatGPT Work, mobile", SurfaceGroup::Work, SurfaceFamily::Other);
    row("CODEX_WEB", "Codex cloud (web)", SurfaceGroup::Cloud, SurfaceFamily::Cloud);
    row("CODEX_CLOUD_GENERAL_AGENT", "Cloud general agent", SurfaceGroup::Cloud, SurfaceFamily::Cloud);
    row("CODEX_ATLAS", "ChatGPT Atlas browser", SurfaceGroup::Browser, SurfaceFamily::Other);
    row("CODEX_FLORA", "CODEX_FLORA", SurfaceGroup::Other, SurfaceFamily::Other);
    row("CODEX_SLACK", "Slack", SurfaceGroup::Integration, SurfaceFamily::Other);
    row("CODEX_GITHUB", "GitHub usage", SurfaceGroup::Integration, SurfaceFamily::Other);
    row("CODEX_GITHUB_ACTION", "GitHub Action", SurfaceGroup::Automation, SurfaceFamily::Other);
    row("CODEX_SDK_TS", "TypeScript SDK", SurfaceGroup::Automation, SurfaceFamily::Other);
    row("CODEX_IDE_VSCODE", "VS Code family extension", SurfaceGroup::Ide, SurfaceFamily::VsCode);
    row("CODEX_IDE_XCODE", "Xcode", SurfaceGroup::Ide, SurfaceFamily::Other);
    row("CODEX_IDE_JETBRAINS_RIDER", "Rider", SurfaceGroup::Ide, SurfaceFamily::JetBrains);
    row("CODEX_IDE_JETBRAINS_FLEET_BACKEND", "JetBrains Fleet", SurfaceGroup::Ide, SurfaceFamily::JetBrains);
    row("CODEX_UNKNOWN_DEFAULT", "Unidentified client", SurfaceGroup::Other, SurfaceFamily::Other);
}

void TestSurfaces::documentedIds()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, name);
    QFETCH(int, group);
    QFETCH(int, family);
    const Surface surface = surfaceOf(id.toStdString());
    QVERIFY(surface.isKnown);
    QCOMPARE(surface.name, name);
    QCOMPARE(static_cast<int>(surface.group), group);
    QCOMPARE(static_cast<int>(surfaceFamilyOf(id.toStdString())), family);
}

void TestSurfaces::allDocumentedIdsAreThere()
{
    QCOMPARE(knownSurfaceCount(), std::size_t{43});
}

void TestSurfaces::unknownIdsStayVerbatim_data()
{
    QTest::addColumn<QByteArray>("id");
    // Seen in other people's code, but not in the documented list.
    for (const char* id : {"CODEX_CLOUD", "CODEX_LINEAR", "CODEX_GITHUB_CODE_REVIEW", "CODEX_IDE_JETBRAINS",
             "codex_cli", "CODEX_CLI ", "<b>CODEX</b>", "größer"}) {
        QTest::newRow(id) << QByteArray(id);
    }
    QTest::newRow("empty") << QByteArray("");
}

void TestSurfaces::unknownIdsStayVerbatim()
{
    QFETCH(QByteArray, id);
    const Surface surface = surfaceOf(id.toStdString());
    QVERIFY(!surface.isKnown);
    QCOMPARE(surface.name, QString::fromUtf8(id));
    QVERIFY(surface.group == SurfaceGroup::Other);
    QVERIFY(surfaceFamilyOf(id.toStdString()) == SurfaceFamily::Other);
}

void TestSurfaces::githubClaimsNoReviews()
{
    QVERIFY(!surfaceOf("CODEX_GITHUB").name.contains(QStringLiteral("review"), Qt::CaseInsensitive));
}

void TestSurfaces::familiesHaveTheirFixedColours()
{
    std::vector<int> categories;
    std::set<QString> names;
    for (const SurfaceFamily family : kSurfaceFamilies) {
        categories.push_back(surfaceFamilyCategory(family));
        names.insert(surfaceFamilyName(family));
    }
    QCOMPARE(categories, std::vector<int>({1, 2, 3, 4, 5, 8}));
    QCOMPARE(names.size(), std::size_t{6});
}

void TestSurfaces::modelsNameTheirSpeed()
{
    QCOMPARE(modelLabel("gpt-5.3-codex", "fast"), QStringLiteral("gpt-5.3-codex · fast"));
    QCOMPARE(modelLabel("gpt-5.3-codex", std::nullopt), QStringLiteral("gpt-5.3-codex"));
    QCOMPARE(modelLabel("gpt-5.3-codex", ""), QStringLiteral("gpt-5.3-codex"));
    QCOMPARE(modelLabel("%1 %2", "%1"), QStringLiteral("%1 %2 · %1"));
}

void TestSurfaces::remainders_data()
{
    QTest::addColumn<std::optional<double>>("whole");
    QTest::addColumn<double>("parts");
    QTest::addColumn<bool>("known");
    QTest::addColumn<double>("drawn");
    QTest::addColumn<double>("excess");
    using Value = std::optional<double>;
    QTest::newRow("something is left") << Value(100.0) << 88.5 << true << 11.5 << 0.0;
    QTest::newRow("nothing is left") << Value(100.0) << 100.0 << true << 0.0 << 0.0;
    QTest::newRow("more than the whole") << Value(100.0) << 104.0 << true << 0.0 << 4.0;
    QTest::newRow("everything is left") << Value(100.0) << 0.0 << true << 100.0 << 0.0;
    QTest::newRow("rounding is no remainder") << Value(0.3) << 0.1 + 0.2 << true << 0.0 << 0.0;
    QTest::newRow("both are zero") << Value(0.0) << 0.0 << true << 0.0 << 0.0;
    QTest::newRow("an unknown whole") << Value() << 7.0 << false << 0.0 << 0.0;
}

void TestSurfaces::remainders()
{
    QFETCH(std::optional<double>, whole);
    QFETCH(double, parts);
    QFETCH(bool, known);
    QFETCH(double, drawn);
    QFETCH(double, excess);
    const auto left = remainderOf(whole, parts);
    QCOMPARE(left.has_value(), known);
    if (known) {
        QCOMPARE(left->drawn, drawn);
        QCOMPARE(left->excess, excess);
    }
}

QTEST_GUILESS_MAIN(TestSurfaces)
#include "tst_surfaces.moc"
