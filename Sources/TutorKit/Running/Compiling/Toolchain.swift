import Foundation

/// A Swift compiler and the files that belong to it.
public struct Toolchain: Sendable, Equatable, Codable {
    /// `swiftc`, by the path that it was found at.
    public let compiler: String
    /// `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
    public let version: String
    /// `x86_64-unknown-linux-gnu`.
    public let triple: String
    /// `x86_64`.
    public let architecture: String
    /// `linux`, `macosx`.
    public let platform: String
    /// `/opt/swift/usr/lib/swift`: where the compiler keeps what programs are compiled against.
    public let resourceFolder: String

    public init(
        compiler: String,
        version: String,
        triple: String,
        architecture: String,
        platform: String,
        resourceFolder: String
    ) {
        self.compiler = compiler
        self.version = version
        self.triple = triple
        self.architecture = architecture
        self.platform = platform
        self.resourceFolder = resourceFolder
    }
}

extension Toolchain {
    /// The compiler that an environment names: `SWIFT_EXEC`, or the first `swiftc` of `PATH`. Asks it what it is.
    public static func find(environment: [String: String]) async throws(ToolchainProblem) -> Toolchain {
        try await ToolchainFinder(environment: environment, memory: nil).find()
    }

    /// The shared libraries that a program needs when it runs.
    var libraryFolder: String { "\(resourceFolder)/\(platform)" }
    /// Registers a program's types with the runtime; part of every program.
    var startupObject: String { "\(libraryFolder)/\(architecture)/swiftrt.o" }
    var frontend: String { tool("swift-frontend") }
    var clang: String { tool("clang") }
    var linker: String { tool("ld.lld") }
    /// Where the compiler finds macros such as `@TaskLocal`.
    var pluginFolder: String { "\(resourceFolder)/host/plugins" }
    var pluginServer: String { "\(resourceFolder)/host/libSwiftInProcPluginServer.so" }

    /// `usr/lib/swift` and `usr/bin` lie beside each other in every toolchain of swift.org.
    private func tool(_ name: String) -> String {
        URL(fileURLWithPath: resourceFolder).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("bin/\(name)").path
    }
}

/// Why there is no compiler.
public enum ToolchainProblem: Error, Sendable, Equatable {
    case notOnPath(String)
    /// What `SWIFT_EXEC` says is no program.
    case notExecutable(String)
    /// The compiler does not say what it is.
    case broken(compiler: String, reason: String)
}

extension ToolchainProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notOnPath(let path):
            "no Swift compiler: there is no 'swiftc' in the folders of PATH"
                + " (\(path.isEmpty ? "which is empty" : path));"
                + " install Swift from https://swift.org/install, or set SWIFT_EXEC to the path of swiftc"
        case .notExecutable(let path):
            "no Swift compiler: SWIFT_EXEC is set to '\(path)', which is no program; set it to the path of swiftc,"
                + " or unset it to use the 'swiftc' of PATH"
        case .broken(let compiler, let reason):
            "\(compiler): this Swift compiler does not work (\(reason)); try '\(compiler) --version', and install Swift"
                + " from https://swift.org/install if that fails too"
        }
    }
}
