// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncEngine.h"

#include "sync/SyncRun.h"

namespace app::sync {

SyncEngine::SyncEngine(
    store::WorkspaceStore& store, const core::Clock& clock, Connection connection, QObject* parent)
    : QObject(parent)
    , m_run(new SyncRun(store, clock, std::move(connection)))
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_run->moveToThread(&m_thread);
    connect(m_run, &SyncRun::progressed, this, &SyncEngine::progressed);
    connect(m_run, &SyncRun::storeChanged, this, &SyncEngine::storeChanged);
    connect(m_run, &SyncRun::finished, this, [this](const SyncReport& report) {
        m_running = false;
        Q_EMIT finished(report);
    });
    m_thread.start();
}

SyncEngine::~SyncEngine()
{
    QMetaObject::invokeMethod(m_run, &SyncRun::quit, Qt::QueuedConnection);
    m_thread.wait();
    delete m_run;
}

bool SyncEngine::start(SyncRequest request, secrets::ApiKey key)
{
    if (m_running) {
        return false;
    }
    m_running = true;
    auto shared = std::make_shared<const secrets::ApiKey>(std::move(key));
    QMetaObject::invokeMethod(
        m_run, [run = m_run, request, shared] { run->start(request, shared); }, Qt::QueuedConnection);
    return true;
}

void SyncEngine::cancel()
{
    QMetaObject::invokeMethod(m_run, &SyncRun::cancel, Qt::QueuedConnection);
}

} // namespace app::sync
