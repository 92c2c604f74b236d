/// One way to get from source files to a program.
package protocol CompileStrategy: Sendable {
    /// Part of the key in the cache: programs of one name were made in one way, with one set of flags.
    var name: String { get }

    func compile(_ request: CompileRequest) async -> CompileOutcome
}

/// What a strategy is given. All paths are absolute.
package struct CompileRequest: Sendable {
    let layout: SourceLayout
    let toolchain: Toolchain
    let kit: KitLocation
    /// A folder that is this compilation's own.
    let work: String
    let moduleCache: String
    let environment: [String: String]
    let limits: ResourceLimits

    var sources: String { "\(work)/sources" }
    /// The interfaces that the sources may import.
    var modules: String { "\(work)/modules" }
    /// What becomes the entry in the cache.
    var entry: String { "\(work)/entry" }
    /// Where the program is to be.
    var program: String { "\(entry)/program" }

    /// What every program is called as a module. Its own name would come from the learner's file name, which may be one
    /// of Swift's words, or of the kit's; the trace says "demo/demo.swift".
    static let moduleName = "demo"

    /// The same in every strategy, so that a program means the same however it was compiled.
    static let languageFlags = [
        "-swift-version", "6", "-Onone", "-module-name", moduleName, "-diagnostic-style=llvm", "-no-color-diagnostics",
        // A plain `async` function then runs where its caller does, so that programs may share objects without locks.
        "-enable-upcoming-feature", "NonisolatedNonsendingByDefault",
    ]

    func run(_ command: [String]) async -> ChildProcess.Run {
        await ChildProcess(
            command: command,
            environment: environment.merging(["TMPDIR": work]) { $1 },
            workingFolder: sources,
            limits: limits,
            interruptGrace: .milliseconds(200)
        ).run()
    }
}

package enum CompileOutcome: Sendable, Equatable {
    case built(warnings: [CompileDiagnostic])
    /// The source is wrong; every strategy would say so.
    case rejected([CompileDiagnostic])
    /// Stopped at a limit; another strategy would be as well, after as long a wait.
    case limit(ProcessEnd)
    case cancelled
    /// It does not work, here or for this source, and another strategy may. The text is the tool's.
    case broke(String)
}

extension CompileOutcome {
    /// What a run of the compiler means: only an error at a place in the learner's own source is the learner's.
    init(_ run: ChildProcess.Run, _ layout: SourceLayout) {
        let text = run.errorOutput + run.output
        let diagnostics = DiagnosticParser(layout).diagnostics(in: text, order: layout)
        let isRejected = diagnostics.contains { $0.severity == .error && $0.file != nil }
        let crashed = text.contains("Please submit a bug report")
        switch run.end {
        case .exited(0): self = .built(warnings: diagnostics)
        case .cancelled: self = .cancelled
        case .exited where layout.isLibrary && Self.lacksEntryPoint(text): self = .rejected([Self.noEntryPoint])
        case .exited where isRejected && !crashed, .outputLimit where isRejected: self = .rejected(diagnostics)
        case .timeLimit, .cpuLimit, .memoryLimit, .outputLimit: self = .limit(run.end)
        case .exited, .signalled, .couldNotStart: self = .broke(Self.summary(run.end, text))
        }
    }

    /// lld's words, GNU's and Apple's.
    private static func lacksEntryPoint(_ text: String) -> Bool {
        [
            "undefined symbol: main\n", "undefined reference to 'main'", "undefined reference to `main'",
            "\"_main\", referenced",
        ]
        .contains(where: text.contains)
    }

    private static let noEntryPoint = CompileDiagnostic(
        severity: .error,
        message: "the program has no beginning: no file is a script, and none has a type marked '@main'"
    )

    /// Crash reports of compilers run to hundreds of lines.
    private static func summary(_ end: ProcessEnd, _ text: String) -> String {
        let lines = text.split(separator: "\n").prefix(12).map { String($0.prefix(300)) }
        return (lines + ["it \(end)"]).joined(separator: "\n")
    }
}
