# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Two interface targets that every target of the project links: how we compile, and with which sanitizers.
# Warnings become errors only in the presets (CMAKE_COMPILE_WARNING_AS_ERROR), so that a packager with a newer
# compiler is not stopped by one.

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wsuggest-override -Wformat=2 -Wcast-align
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>)

add_library(project_sanitizers INTERFACE)
if(THREADCOUNT_SANITIZE)
    target_compile_options(project_sanitizers INTERFACE
        -fsanitize=${THREADCOUNT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        # clang 14 cannot put the mark of this check before the parts of a coroutine.
        $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
    target_link_options(project_sanitizers INTERFACE -fsanitize=${THREADCOUNT_SANITIZE})
endif()

if(THREADCOUNT_FUZZ)
    # What libFuzzer steers by; only the targets themselves link it.
    target_compile_options(project_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
