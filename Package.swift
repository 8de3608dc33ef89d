// swift-tools-version: 6.2
import PackageDescription

// What the command's binary holds is put in its place by the loader at each start. Packed relocations are a hundredth of the size, and a
// name that nobody imports need not be looked up (Swift's own settings export all of them): together a tenth of the start.
//
// The runtime's libstdc++ has thousands of names of its own to look up, so the few functions that are used of it are linked in: the folder
// holds a script of the linker that says so, found before the system's library. And libgit2 must find what `GitLibrary` puts before its own.
let quickStart = [
    "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
    "-L\(Context.packageDirectory)/Sources/Plumbing/static-libraries",
    "-Xlinker", "--export-dynamic-symbol=mbedtls_x509_crt_parse_file",
]

#if os(Linux)
    // Loaded when a repository is first asked for, see `late.c`.
    let libgit2 = Target.target(name: "CGit2")
#else
    let libgit2 = Target.systemLibrary(
        name: "CGit2", path: "Sources/CGit2/include", pkgConfig: "libgit2", providers: [.brew(["libgit2"])])
#endif

let package = Package(
    name: "policyhistory",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "policyhistory", targets: ["PolicyHistoryCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The thinking leg: values in, values out.
        .target(name: "PolicyModel", swiftSettings: [.strictMemorySafety()]),
        .target(
            name: "PolicyLanguage", dependencies: ["PolicyModel"],
            exclude: ["Languages"], swiftSettings: [.strictMemorySafety()],
            plugins: ["EmbedFiles"]),
        .target(
            name: "PolicyDiff", dependencies: ["PolicyModel", "PolicyLanguage"],
            swiftSettings: [.strictMemorySafety()]),
        .target(
            name: "PolicyQueries", dependencies: ["PolicyModel", "PolicyDiff"],
            swiftSettings: [.strictMemorySafety()]),
        .target(
            name: "PolicyNotices", dependencies: ["PolicyModel", "PolicyLanguage", "PolicyDiff", "PolicyQueries"],
            exclude: ["Languages"], swiftSettings: [.strictMemorySafety()],
            plugins: ["EmbedFiles"]),
        .target(
            name: "PolicyRendering",
            dependencies: [
                "PolicyModel", "PolicyDiff", "PolicyQueries", "PolicyNotices",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Templates"], plugins: ["EmbedFiles"]),

        // The reading leg: C libraries, files and git.
        libgit2,
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .target(
            name: "PolicyParsing",
            dependencies: ["PolicyModel", "PolicyLanguage", "CCommonMark", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "PolicyIndex", dependencies: ["PolicyModel", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "PolicyStore", dependencies: ["PolicyModel", "PolicyParsing", "PolicyIndex", "CGit2"]),
        .target(name: "EmbeddedHistory", plugins: ["EmbedFiles"]),

        // Where both meet.
        .executableTarget(
            name: "PolicyHistoryCLI",
            dependencies: [
                "PolicyModel", "PolicyParsing", "PolicyIndex", "PolicyStore", "PolicyDiff", "PolicyQueries",
                "PolicyNotices", "PolicyRendering", "EmbeddedHistory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [.unsafeFlags(quickStart, .when(platforms: [.linux]))],
            plugins: ["DigestSources"]),

        // Tests.
        .target(name: "PolicyTestSupport", dependencies: ["PolicyModel", "CGit2"], path: "Tests/PolicyTestSupport"),
        .testTarget(
            name: "PolicyParsingTests",
            dependencies: ["PolicyModel", "PolicyLanguage", "PolicyParsing", "PolicyTestSupport", "CCommonMark"]),
        .testTarget(
            name: "PolicyStoreTests",
            dependencies: ["PolicyModel", "PolicyIndex", "PolicyStore", "PolicyTestSupport", "CGit2"]),

        .testTarget(
            name: "PolicyDiffTests",
            dependencies: ["PolicyModel", "PolicyLanguage", "PolicyDiff", "PolicyParsing", "PolicyTestSupport"]),
        .testTarget(
            name: "PolicyQueriesTests",
            dependencies: ["PolicyModel", "PolicyDiff", "PolicyQueries", "PolicyTestSupport"]),
        .testTarget(
            name: "PolicyNoticesTests",
            dependencies: [
                "PolicyModel", "PolicyParsing", "PolicyDiff", "PolicyQueries", "PolicyNotices", "PolicyRendering",
                "PolicyTestSupport",
            ],
            exclude: ["Goldens"]),
        .testTarget(
            name: "PolicyRenderingTests",
            dependencies: [
                "PolicyModel", "PolicyDiff", "PolicyQueries", "PolicyNotices", "PolicyRendering", "PolicyTestSupport",
            ]),

        // Whole outcomes: a folder of two texts and what is told of them.
        .testTarget(
            name: "GoldenTests",
            dependencies: ["PolicyModel", "PolicyParsing", "PolicyDiff", "PolicyQueries", "PolicyRendering"],
            exclude: ["Cases"]),

        // The real binary on real repositories; the dependency makes sure that it is built.
        .testTarget(name: "CommandTests", dependencies: ["PolicyHistoryCLI"]),

        // Plumbing: files of a folder as Swift literals, so that one binary carries them wherever it is moved.
        .executableTarget(name: "embed-files", path: "Sources/Plumbing/embed-files"),
        .plugin(
            name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
            path: "Sources/Plumbing/EmbedFiles"),

        // Plumbing: which program this is, so that it does not trust what another one kept.
        .executableTarget(name: "digest-sources", path: "Sources/Plumbing/digest-sources"),
        .plugin(
            name: "DigestSources", capability: .buildTool(), dependencies: ["digest-sources"],
            path: "Sources/Plumbing/DigestSources"),
    ],
    swiftLanguageModes: [.v6]
)

// Tools of the project's developers, each only where its variable is set: nobody else's build is heavier for them.
let rooms: [Target.Dependency] = ["PolicyModel", "PolicyParsing", "PolicyDiff"]
if Context.environment["POLICYHISTORY_BENCHMARKS"] != nil {
    package.products.append(.executable(name: "policyhistory-bench", targets: ["PolicyHistoryBench"]))
    package.targets.append(
        .executableTarget(
            name: "PolicyHistoryBench",
            dependencies: rooms + ["PolicyQueries", "PolicyNotices", "PolicyRendering", "PolicyTestSupport"]))
}
if Context.environment["POLICYHISTORY_FUZZING"] != nil {
    package.products.append(.executable(name: "policyhistory-fuzz", targets: ["PolicyHistoryFuzz"]))
    package.targets.append(
        .executableTarget(
            name: "PolicyHistoryFuzz", dependencies: rooms,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
    let instrumented = ["PolicyModel", "PolicyLanguage", "PolicyParsing", "PolicyDiff"]
    for target in package.targets where instrumented.contains(target.name) {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-sanitize=fuzzer"])]
    }
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ]
}
