/// The files of one lesson, read: what ``LessonParser`` works on, so that it touches no disk.
public struct LessonFolder: Sendable {
    public let number: Int
    public let id: String
    /// Used in positions and in the paths of demos.
    public let path: String
    /// The contents of `lesson.md`, of the demos' files, and of the exercises' (`exercises/ID/checks.swift`), by name.
    public let files: [String: String]

    public init(number: Int, id: String, path: String, files: [String: String]) {
        self.number = number
        self.id = id
        self.path = path
        self.files = files
    }

    func path(of file: String) -> String { "\(path)/\(file)" }
}

/// The files that belong to demos, sorted into demos by their names.
struct DemoFiles {
    let demos: [Demo]
    /// Files that belong to no demo.
    let diagnostics: [Diagnostic]

    init(_ folder: LessonFolder) {
        var byName: [String: [Part: String]] = [:]
        for file in folder.files.keys {
            guard let (name, part) = Self.split(file) else { continue }
            byName[name, default: [:]][part] = file
        }
        let names = byName.keys.sorted { a, b in (a == Demo.mainName ? 0 : 1, a) < (b == Demo.mainName ? 0 : 1, b) }
        var demos: [Demo] = []
        var diagnostics: [Diagnostic] = []
        for name in names {
            let files = byName[name] ?? [:]
            guard let swift = files[.swift] else {
                let missing = name == Demo.mainName ? "demo.swift" : "demo-\(name).swift"
                diagnostics += files.values.sorted().map {
                    Diagnostic(
                        at: SourcePosition(file: folder.path(of: $0), line: 1),
                        "'\($0)' has no '\(missing)' beside it"
                    )
                }
                continue
            }
            demos.append(
                Demo(
                    name: name,
                    swiftFile: folder.path(of: swift),
                    pythonFile: files[.python].map(folder.path(of:)),
                    standardLibraryFile: files[.standardLibrary].map(folder.path(of:)),
                    expectedTranscript: files[.expected].flatMap { folder.files[$0] }
                )
            )
        }
        self.demos = demos
        self.diagnostics = diagnostics
    }

    private enum Part {
        case swift, python, standardLibrary, expected
    }

    /// `demo-errors-stdlib.swift` is ("errors", .standardLibrary); nil for files that are no demo's.
    private static func split(_ file: String) -> (name: String, part: Part)? {
        guard let dot = file.lastIndex(of: ".") else { return nil }
        let ending = file[file.index(after: dot)...]
        var stem = file[..<dot]
        guard stem == "demo" || (stem.hasPrefix("demo-") && stem.count > 5) else { return nil }
        var isTwin = false
        if ending == "swift", stem.hasSuffix("-stdlib") {
            stem = stem.dropLast(7)
            isTwin = true
        }
        let name = stem == "demo" ? Demo.mainName : String(stem.dropFirst(5))
        switch ending {
        case "swift": return (name, isTwin ? .standardLibrary : .swift)
        case "py": return (name, .python)
        case "expected": return (name, .expected)
        default: return nil
        }
    }

    /// The name of the demo that a file belongs to.
    static func demoName(of file: String) -> String? { split(file)?.name }

    /// Whether the file belongs to a demo by its name.
    static func isPart(_ file: String) -> Bool { split(file) != nil }

    /// Whether the file is a program that a lesson may show.
    static func isProgram(_ file: String) -> Bool {
        switch split(file)?.part {
        case .swift, .python, .standardLibrary: true
        case .expected, nil: false
        }
    }
}
