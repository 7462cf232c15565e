// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

namespace support {

/// Base of every test class: an unexpected Qt warning fails the test function that caused it. A test that
/// expects a warning calls expectWarning() in that function first. Override setUp()/tearDown() instead of
/// init()/cleanup().
class TestCase : public QObject
{
    Q_OBJECT

protected:
    virtual void setUp() { }
    virtual void tearDown() { }
    static void expectWarning(const QString& pattern)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(pattern));
    }

private Q_SLOTS:
    void init()
    {
        // The offscreen platform logs this one whenever a window has a minimum size.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        setUp();
    }
    void cleanup() { tearDown(); }
};

} // namespace support
