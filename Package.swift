// swift-tools-version: 6.2
import PackageDescription

/// A plain `async` function runs where its caller does: what the kit's users write shares objects without locks.
let callersIsolation: [SwiftSetting] = [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let package = Package(
    name: "async-tutor",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ConcurrencyKit", targets: ["ConcurrencyKit"]),
        .library(name: "Takeover", targets: ["Takeover"]),
        .executable(name: "tutor", targets: ["tutor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        // For `swift package generate-documentation --target ConcurrencyKit`. No target uses it: `swift run tutor` compiles nothing
        // of it, and packages that depend on this one do not fetch it.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .target(name: "ConcurrencyKit", swiftSettings: callersIsolation),
        .target(name: "CVirtualClock"),
        .target(name: "Takeover", dependencies: ["ConcurrencyKit", "CVirtualClock"]),
        .target(name: "LessonChecks", dependencies: ["ConcurrencyKit"], swiftSettings: callersIsolation),
        .target(name: "LessonKit", dependencies: ["ConcurrencyKit"]),
        .target(
            name: "TutorKit",
            dependencies: [
                // LessonChecks for the types of its records only.
                "ConcurrencyKit", "LessonChecks", "LessonKit",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            // Tests/Conformance/vrun.py by a link: `tutor lint` asks CPython what demos print, wherever it is installed.
            resources: [.embedInCode("Lint/vrun.py")]
        ),
        .executableTarget(
            name: "tutor",
            dependencies: [
                "CEditLine", "LessonKit", "TutorKit",
                // Not imported: programs that the tutor compiles are linked with them, so they have to be built.
                "LessonChecks", "Takeover",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // Not products: what compares the kit with asyncio.
        .executableTarget(name: "kit-fuzz", dependencies: ["ConcurrencyKit"], swiftSettings: callersIsolation),
        .executableTarget(name: "kit-bench", dependencies: ["ConcurrencyKit"], swiftSettings: callersIsolation),
        .systemLibrary(
            name: "CEditLine",
            pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"]), .brew(["libedit"])]
        ),
        // swift run kit-promises: which test holds which of asyncio's promises.
        .executableTarget(name: "kit-promises"),
        .testTarget(name: "ConcurrencyKitTests", dependencies: ["ConcurrencyKit"], swiftSettings: callersIsolation),
        .testTarget(
            name: "LessonChecksTests",
            dependencies: ["LessonChecks", "ConcurrencyKit"],
            swiftSettings: callersIsolation
        ),
        .testTarget(name: "LessonKitTests", dependencies: ["LessonKit"]),
        .testTarget(
            name: "TutorKitTests",
            dependencies: ["TutorKit", "LessonChecks", "LessonKit", "ConcurrencyKit"],
            exclude: ["Timeline/Snapshots"]
        ),
        .testTarget(
            name: "TutorTests",
            dependencies: ["TutorKit", "LessonKit", "tutor", "kit-fuzz", "kit-promises"],
            exclude: ["Session/Transcripts", "Course/Learners"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
