// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerSearch.h"

#include "store/StoreKit.h"
#include "support/TestCase.h"

using namespace storetest;

class TestEngineerSearch : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsByEmailAndId_data();
    void findsByEmailAndId();
    void answersAtMostAsManyAsWanted();
    void anEmptyStoreHasNobody();

private:
    static void fill(TempStore& temp)
    {
        const UtcDay when = day("2026-11-10");
        std::vector<UsageRow> rows{usage(when, "user-1", 1), usage(when, "user-2", 2),
            usage(when, "user_30", 3), usage(when, "user-4", 4), unattributed(when, 5, 1)};
        rows[0].identity.email = "zoe.adams@example.test";
        rows[1].identity.email = "adam@example.test";
        rows[2].identity.email = std::nullopt;
        rows[3].identity.email = "per%cent@example.test";
        QVERIFY(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {when, when}, {rows},
            at("2026-11-20T10:00:00.000"), day("2026-11-20")));
    }
};

void TestEngineerSearch::findsByEmailAndId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char* name, const char* text, const char* ids) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(ids);
    };
    row("who begins with it comes first", "adam", "user-2 user-1");
    row("case does not matter", "ADAM", "user-2 user-1");
    row("every word must be there", "zoe adams", "user-1");
    row("in any order", "example zoe", "user-1");
    row("one word that is not", "zoe turing", "");
    row("by the id of who has no e-mail", "user_3", "user_30");
    row("a wildcard stands for itself", "%", "user-4");
    row("so does the other one", "_", "user_30");
    row("and a backslash", "\\", "");
    row("a quote is only a letter", "' OR 1=1 --", "");
    row("nothing typed", "", "");
    row("blanks only", "   ", "");
    row("not the rows without a person", "unattributed", "");
}

void TestEngineerSearch::findsByEmailAndId()
{
    QFETCH(QString, text);
    QFETCH(QString, ids);
    TempStore temp;
    fill(temp);
    const auto found = app::store::findEngineers(temp.db(), text, 10);
    QVERIFY(found);
    QStringList answer;
    for (const app::store::EngineerMatch& match : *found) {
        answer << QString::fromStdString(match.userId);
    }
    QCOMPARE(answer.join(u' '), ids);
}

void TestEngineerSearch::answersAtMostAsManyAsWanted()
{
    TempStore temp;
    fill(temp);
    QCOMPARE(app::store::findEngineers(temp.db(), QStringLiteral("e"), 2)->size(), std::size_t{2});
    QCOMPARE(app::store::findEngineers(temp.db(), QStringLiteral("e"), 0)->size(), std::size_t{0});
}

void TestEngineerSearch::anEmptyStoreHasNobody()
{
    TempStore temp;
    const auto found = app::store::findEngineers(temp.db(), QStringLiteral("adam"), 10);
    QVERIFY(found && found->empty());
}

QTEST_GUILESS_MAIN(TestEngineerSearch)

#include "tst_engineersearch.moc"
