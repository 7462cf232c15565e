# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The link guard: nothing under app/ may see a widget, a pixel or a chart.
set(THREADCOUNT_FORBIDDEN_IN_APP Gui Widgets Charts Svg SvgWidgets PrintSupport OpenGL OpenGLWidgets Quick Qml)

function(threadcount_check_app_links target)
    foreach(link IN LISTS ARGN)
        foreach(forbidden IN LISTS THREADCOUNT_FORBIDDEN_IN_APP)
            if(link MATCHES "^Qt[0-9]*::${forbidden}(Private)?$")
                message(FATAL_ERROR
                    "The house rule is broken: ${target} lives under app/ and links ${link}. "
                    "Only ui/ may know about Gui, Widgets and Charts (docs/architecture.md).")
            endif()
        endforeach()
    endforeach()
endfunction()

# threadcount_app_library(<folder> HEADERS … SOURCES … [LINKS …] [PRIVATE_LINKS …])
#
# One static library per folder of app/, named app_<folder>. Headers go into a file set, which also proves in the
# lint preset that each of them compiles on its own.
function(threadcount_app_library folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;LINKS;PRIVATE_LINKS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "threadcount_app_library(${folder}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(target app_${folder})
    threadcount_check_app_links(${target} ${arg_LINKS} ${arg_PRIVATE_LINKS})
    add_library(${target} STATIC ${arg_SOURCES})
    target_sources(${target} PUBLIC
        FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/app FILES ${arg_HEADERS})
    target_link_libraries(${target}
        PUBLIC Qt6::Core ${arg_LINKS}
        PRIVATE project_options project_sanitizers ${arg_PRIVATE_LINKS})
    threadcount_precompile(${target})
endfunction()

# One precompiled header for the whole of Qt Core: on two cores it halves the time of a build from nothing.
function(threadcount_precompile target)
    target_precompile_headers(${target} PRIVATE
        <QtCore/QByteArray> <QtCore/QObject> <QtCore/QString> <QtCore/QStringList> <QtCore/QVector>
        <QtCore/QDateTime> <QtCore/QFuture> <QtCore/QTimer>
        <algorithm> <chrono> <functional> <memory> <optional> <string> <vector>)
endfunction()
