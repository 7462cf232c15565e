// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a fuzz target over the files of folders, without a fuzzer and with any compiler.

#include "fuzz/Fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    std::size_t inputs = 0;
    for (int i = 1; i < argc; ++i) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const std::filesystem::path& path : files) {
            std::ifstream file(path, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            // Last line of the output when the target ends the process.
            std::fprintf(stderr, "%s\n", path.c_str());
            // In a block of exactly its size, so that a sanitizer sees a read behind its end; then cut off.
            for (const std::size_t size : {bytes.size(), bytes.size() / 2, bytes.size() - bytes.size() / 3}) {
                const std::vector<std::uint8_t> input(
                    bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
                LLVMFuzzerTestOneInput(input.data(), input.size());
                ++inputs;
            }
        }
    }
    std::printf("%zu inputs replayed\n", inputs);
    return inputs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
