import ConcurrencyKit
import Foundation

@testable import TutorKit

/// What the tests of `Running` share: shells as programs, and the real compiler on the kit that was just built.
enum Fixtures {
    static let temporaryFolder = URL(fileURLWithPath: NSTemporaryDirectory()).path

    /// Kept between runs of the tests, so that only the first pays for a cold module cache; bounded as any cache is.
    static let cacheFolder = "\(temporaryFolder)/async-tutor-tests-\(getuid())"

    /// Products, the tests among them, lie where the tutor would lie.
    static var executable: String {
        #if os(Linux)
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
                ?? ProcessInfo.processInfo.arguments[0]
        #else
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
                ?? ProcessInfo.processInfo.arguments[0]
        #endif
    }

    #if os(Linux)
        static let isLinux = true
    #else
        static let isLinux = false
    #endif

    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    static func compiler(
        cache: String = cacheFolder,
        environment: [String: String] = environment,
        strategies: [any CompileStrategy] = [FrontendStrategy(), DriverStrategy()],
        limits: ResourceLimits = .compiler
    ) -> Compiler {
        Compiler(
            environment: environment,
            executable: executable,
            cacheFolder: cache,
            temporaryFolder: temporaryFolder,
            limits: limits,
            strategies: strategies
        )
    }

    /// A folder that is gone when `body` is done.
    static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = try TemporaryFolder(in: temporaryFolder, name: "async-tutor-test")
        defer { folder.remove() }
        return try await body(folder.path)
    }

    static func write(_ data: Data, to path: String, isProgram: Bool = false) throws {
        try data.write(to: URL(fileURLWithPath: path))
        if isProgram { try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path) }
    }

    static func run(
        shell script: String,
        arguments: [String] = [],
        limits: ResourceLimits = .program,
        options: RunOptions = RunOptions(),
        onOutput: @escaping @Sendable (OutputChunk) -> Void = { _ in }
    ) async -> ProgramRun {
        var options = options
        options.arguments = ["-c", script, "program"] + arguments
        options.limits = limits
        return await ProgramRunner(temporaryFolder: temporaryFolder)
            .run(Program(executable: "/bin/sh"), options: options, onOutput: onOutput)
    }

    static func run(
        swift text: String,
        limits: ResourceLimits = .program
    ) async -> ProgramRun {
        let compiler = compiler()
        switch await compiler.program(for: [SourceFile(name: "demo.swift", text: text)]) {
        case .success(let program):
            var options = RunOptions()
            options.limits = limits
            return await ProgramRunner(temporaryFolder: temporaryFolder).run(program, options: options)
        case .failure(let failure):
            return ProgramRun(end: .couldNotStart("\(failure)"))
        }
    }
}

extension ResourceLimits {
    static let short: ResourceLimits = {
        var limits = ResourceLimits.program
        limits.wallTime = .milliseconds(500)
        // Other tests block the pool that the alarm needs, for half a minute at times: the other limit must not come first.
        limits.cpuTime = .seconds(600)
        return limits
    }()
}
