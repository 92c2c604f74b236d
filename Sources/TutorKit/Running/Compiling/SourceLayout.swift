/// Where the source files of one program lie while they are compiled, and in which mode.
///
///     ["/home/ada/my try.swift", "checks.swift"] -> "my try.swift", "checks.swift", as a library
struct SourceLayout: Sendable, Equatable {
    struct File: Sendable, Equatable {
        let source: SourceFile
        /// A plain name in the work folder, unique in it.
        let diskName: String
    }

    let files: [File]
    /// No top-level code: the entry point is an `@main` type.
    let isLibrary: Bool

    /// Whether any of them does. One that does not is a program of Swift's standard library.
    var importsKit: Bool { files.contains { $0.source.importsKit } }

    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    init(_ sources: [SourceFile]) throws(Problem) {
        guard !sources.isEmpty else { throw Problem(description: "there is no source file to compile") }
        let scripts = sources.indices.filter { index in
            switch sources[index].role {
            case .script: true
            case .library: false
            case .automatic:
                sources.count == 1 ? !sources[index].saysMain : Self.plainName(sources[index].name) == "main.swift"
            }
        }
        guard scripts.count <= 1 else {
            let names = scripts.map { sources[$0].name }.joined(separator: ", ")
            throw Problem(description: "only one file of a program can be a script, but these are: \(names)")
        }
        // The compiler knows the script among several files by this name alone, so nothing else may have it.
        var taken: Set = ["main.swift"]
        files = sources.enumerated().map { index, source in
            if sources.count > 1, scripts == [index] { return File(source: source, diskName: "main.swift") }
            var name = Self.plainName(source.name)
            // File systems may not tell A from a.
            while !taken.insert(name.lowercased()).inserted { name = "_" + name }
            return File(source: source, diskName: name)
        }
        isLibrary = scripts.isEmpty
    }

    /// The last part of a path, as a name that is neither an option nor anything but one file to any tool.
    private static func plainName(_ path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? "source"
        let safe = last.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "._- +".unicodeScalars.contains(scalar)
            return isPlain ? Character(scalar) : "_"
        }
        var stem = String(safe.prefix(60))
        if stem.hasSuffix(".swift") { stem.removeLast(6) }
        if stem.isEmpty || stem.hasPrefix("-") || stem.hasPrefix(".") { stem = "_" + stem }
        return stem + ".swift"
    }
}
