// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/AccessWalk.h"
#include "looks/LookKit.h"
#include "looks/Stage.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QDir>

using looks::Findings;
using looks::Look;
using looks::Scene;
using looks::Stage;

namespace {

/// The pictures of one run: LOOKS_FOLDER, else a folder that vanishes.
class Album
{
public:
    Album()
        : m_path(qEnvironmentVariable("LOOKS_FOLDER", m_temporary.path()))
    {
        QDir().mkpath(m_path);
    }
    bool keep(const QImage& picture, const QString& name) const
    {
        // Little compression: writing is what takes the time.
        constexpr int kQuality = 85;
        return picture.save(QDir(m_path).filePath(name + QStringLiteral(".png")), "PNG", kQuality);
    }
    /// Beside the picture, because a test message holds a few lines only.
    bool note(const QString& findings, const QString& name) const
    {
        QFile file(QDir(m_path).filePath(name + QStringLiteral(".txt")));
        return file.open(QIODevice::WriteOnly) && file.write(findings.toUtf8() + '\n') > 0;
    }

private:
    QTemporaryDir m_temporary;
    QString m_path;
};

/// What is on the screen and is no text of ours: people, ids, models, products, keys, days.
QRegularExpression dataOfScenes()
{
    QStringList parts{
        QStringLiteral("\\S*@\\S*"),
        QStringLiteral("\\b[a-zA-Z]+[.-][a-zA-Z]\\S*"), // an e-mail that was cut before its @
        QStringLiteral("^[a-z]+…"), // and before its first dot
        QStringLiteral("\\buser-\\S*"),
        QStringLiteral("\\b[0-9a-f]{4,}(-[0-9a-f]*)*"),
        QStringLiteral("https?://\\S+"),
        QStringLiteral("\\bgpt-\\S*( · \\S+)?"),
        QStringLiteral("\\bGET https?://\\S+"), // the routes, word by word as they are asked
        QStringLiteral("\\bGET \\w+"),
        QStringLiteral("\\bcode_review(s|_responses)\\b"),
        QStringLiteral("\\b(NOSC|C0DE)\\b"), // how the keys of the tests end
        QStringLiteral("The key of this test.*"),
        QStringLiteral("\\b(Threadcount|OpenAI|Codex|ChatGPT|VS Code|JetBrains|IntelliJ "
                       "IDEA|PyCharm|GoLand|Xcode|GitHub|Slack|SDK|UTC|USD|CSV|JSON|PNG|SVG)\\b"),
        QStringLiteral("\\b(Ctrl|Alt|Shift|Esc|Enter|Return|Home|End|Left|Right)\\b"),
    };
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    QStringList names;
    for (int month = 1; month <= 12; ++month) {
        names << locale.monthName(month) << locale.monthName(month, QLocale::ShortFormat);
    }
    for (int day = 1; day <= 7; ++day) {
        names << locale.dayName(day) << locale.dayName(day, QLocale::ShortFormat);
    }
    parts << QStringLiteral("\\b(%1)\\b").arg(names.join(u'|'));
    return QRegularExpression(parts.join(u'|'));
}

/// Of the whole set: the scenes of this process's scale, and under a sanitizer, which is slow, every third.
std::vector<Scene> scenesOfThisRun()
{
    const int scale = qEnvironmentVariableIntValue("LOOKS_SCALE");
    std::vector<Scene> all = looks::pairwiseScenes();
    std::vector<Scene> mine;
    int number = 0;
    for (const Scene& scene : all) {
        ++number;
#ifdef __SANITIZE_ADDRESS__
        if (number % 3 != 0) {
            continue;
        }
#endif
        if (scale == 0 || scene.scale == scale) {
            mine.push_back(scene);
        }
    }
    return mine;
}

} // namespace

/// Renders the scenes of the pairwise set with one scale of the screen, which is a matter of the whole
/// process: QT_SCALE_FACTOR and LOOKS_SCALE (per cent) say which.
class TestRenders final : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theSetIsSmallAndNamesEachSceneOnce()
    {
        constexpr std::size_t kMost = 120;
        const std::vector<Scene> scenes = looks::pairwiseScenes();
        QVERIFY(!scenes.empty() && scenes.size() <= kMost);
        QSet<QString> names;
        for (const Scene& scene : scenes) {
            names.insert(scene.name());
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(scenes.size()));
    }

    void everySceneIsFitToBeSeen_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<Scene> scenes = scenesOfThisRun();
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            QTest::newRow(qPrintable(scenes[i].name())) << static_cast<int>(i);
        }
    }
    void everySceneIsFitToBeSeen()
    {
        QFETCH(int, index);
        const Scene scene = scenesOfThisRun().at(static_cast<std::size_t>(index));
        Stage stage(m_data);
        QVERIFY2(stage.open(scene), qPrintable(stage.problem()));
        const auto natural
            = [&stage](const QString& painted) { return stage.translator().meansEllipsis(painted); };
        const Look look(stage.subject(), natural);
        QVERIFY(m_album.keep(stage.window()->grab().toImage(), scene.name()));
        if (stage.subject()->isWindow() && stage.subject() != stage.window()) {
            QVERIFY(m_album.keep(look.picture(), scene.name() + QStringLiteral("_dialog")));
        }

        Findings found;
        const auto add
            = [&found](const Findings& more) { found.insert(found.end(), more.begin(), more.end()); };
        add(look.clippedTexts());
        add(look.overlaps());
        add(look.strays());
        add(look.lowContrast());
        add(looks::accessGaps(stage.subject()));
        if (scene.language == looks::Language::Pseudo) {
            static const QRegularExpression data = dataOfScenes();
            add(look.untranslated(data));
        }
        if (!found.empty()) {
            QVERIFY(m_album.note(looks::toText(found), scene.name()));
            QFAIL(qPrintable(QStringLiteral("%1 findings:\n%2").arg(found.size()).arg(looks::toText(found))));
        }
    }

private:
    looks::DataSets m_data;
    Album m_album;
};

QTEST_MAIN(TestRenders)
#include "tst_looks_renders.moc"
