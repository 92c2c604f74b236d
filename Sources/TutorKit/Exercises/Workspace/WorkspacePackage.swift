/// The manifest that makes the workspace a package: editors then know the kit, complete its names and show errors.
struct WorkspacePackage {
    /// The folder of the package that has the kit; nil for none.
    let kitPackage: String?
    /// The ids, sorted.
    let exercises: [String]

    /// A manifest that says this is the tutor's own.
    static let mark = "Written by Async Tutor"

    var text: String {
        """
        // swift-tools-version: 6.2
        // \(Self.mark), and again whenever you begin an exercise. It lets editors complete what you write.
        // To keep a manifest of your own, take these two lines away.
        import PackageDescription

        let package = Package(
            name: "exercises",
            platforms: [.macOS(.v15)],
            dependencies: [\(dependency.map { "\n        \($0)\n    " } ?? "")],
            targets: [
        \(exercises.map(target).joined(separator: "\n"))
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }

    private var dependency: String? { kitPackage.map { ".package(name: \"async-tutor\", path: \(Self.literal($0)))" } }

    private func target(_ id: String) -> String {
        let kit = dependency == nil ? "" : ".product(name: \"ConcurrencyKit\", package: \"async-tutor\")"
        return """
                    .target(
                        name: \(Self.literal(id)),
                        dependencies: [\(kit)],
                        path: \(Self.literal(id)),
                        sources: [\(Self.literal("\(id).swift"))],
                        swiftSettings: [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]
                    ),
            """
    }

    private static func literal(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
