# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later

# `cpack -G DEB` in a build folder makes the package for Debian 12 and its relatives. To be included last: CPack takes
# what is set here and what was installed before.
if(NOT TARGET threadcount)
    return() # a package without the window would be another package
endif()

set(nobody "threadcount@localhost.localdomain")
set(THREADCOUNT_MAINTAINER "The Threadcount authors <${nobody}>" CACHE STRING
    "Who answers for the Debian package: name and address. The project has no public address yet")

# What Debian wants compressed or in its own words.
find_program(THREADCOUNT_GZIP gzip)
find_program(THREADCOUNT_BASH bash)
if(THREADCOUNT_GZIP AND THREADCOUNT_BASH)
    set(folder ${PROJECT_BINARY_DIR}/packaging/debian)
    set(source ${PROJECT_SOURCE_DIR}/packaging/debian)
    file(MAKE_DIRECTORY ${folder})
    # compress(IN OUT [COMMAND …]): without name and time, so that the same sources make the same file.
    function(threadcount_compress in out)
        add_custom_command(OUTPUT ${out}
            COMMAND ${THREADCOUNT_GZIP} -9 -n -c ${in} > ${out}
            DEPENDS ${in}
            VERBATIM)
    endfunction()
    set(compressed "")
    foreach(manual IN ITEMS threadcount threadcount-cli)
        threadcount_compress(${PROJECT_SOURCE_DIR}/docs/man/${manual}.1 ${folder}/${manual}.1.gz)
        install(FILES ${folder}/${manual}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
            COMPONENT debian EXCLUDE_FROM_ALL)
        list(APPEND compressed ${folder}/${manual}.1.gz)
    endforeach()
    add_custom_command(OUTPUT ${folder}/changelog.Debian
        COMMAND ${THREADCOUNT_BASH} ${source}/changelog.sh ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${THREADCOUNT_MAINTAINER}
            > ${folder}/changelog.Debian
        DEPENDS ${source}/changelog.sh ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        VERBATIM)
    threadcount_compress(${folder}/changelog.Debian ${folder}/changelog.Debian.gz)
    threadcount_compress(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${folder}/changelog.gz)
    list(APPEND compressed ${folder}/changelog.Debian.gz ${folder}/changelog.gz)
    add_custom_target(packaging_debian ALL DEPENDS ${compressed})
    install(FILES ${source}/copyright ${folder}/changelog.Debian.gz ${folder}/changelog.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/threadcount COMPONENT debian EXCLUDE_FROM_ALL)
    if(THREADCOUNT_MAINTAINER MATCHES "<${nobody}>$")
        install(FILES ${source}/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
            RENAME threadcount COMPONENT debian EXCLUDE_FROM_ALL)
    endif()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME threadcount)
set(CPACK_PACKAGE_VENDOR "The Threadcount authors")
set(CPACK_PACKAGE_CONTACT "${THREADCOUNT_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see how the engineers of a workspace use Codex")
set(CPACK_PACKAGE_DESCRIPTION
"Threadcount is a desktop application for the administrator of a ChatGPT
Enterprise workspace. With one key for the Codex Analytics API it fetches up
to 90 days of history into a cache on this computer, keeps it up to date, and
draws who uses Codex, how much, and how the team engages with Codex's code
reviews.
.
It reads counts, never content: prompts, code and conversations are never
read. It talks to one server only; there is no telemetry.
.
threadcount-cli does the same without a window, for schedulers.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# One package out of the components that belong into it (packaging/CMakeLists.txt).
set(CPACK_COMPONENTS_ALL programs debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# The libraries are found in the programs. What they ask for while they run is named here: certificates for https, the
# library that QtKeychain loads to reach the Secret Service, a keychain, a browser for the links of the setup, and Wayland.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS ca-certificates)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager, libsecret-1-0, qt6-wayland, qt6-translations-l10n, xdg-utils")
include(CPack)
