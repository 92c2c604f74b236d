import Foundation

/// A test that says which promises it holds: `@Test(.promise(142, 143)) func gatherReturns…`.
struct TestCitation: Hashable {
    let suite: String
    let function: String
    let file: String
    let promises: [Int]

    var name: String { "\(suite).\(function)" }

    /// All in the Swift files below `folder`, in the order of their paths.
    static func all(in folder: String) throws -> [TestCitation] {
        let files = FileManager.default
        guard let found = files.enumerator(atPath: folder) else { throw CocoaError(.fileReadNoSuchFile) }
        return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
            citations(in: try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8), file: path)
        }
    }

    static func citations(in source: String, file: String) -> [TestCitation] {
        var citations: [TestCitation] = []
        var suite = ""
        var pending: [Int] = []
        for line in source.split(separator: "\n") {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("//") { continue }
            if let match = code.firstMatch(of: /\.promise\(([0-9, ]+)\)/) {
                pending += match.1.split { $0 == "," || $0 == " " }.compactMap { Int($0) }
            }
            // Types inside of a suite, or of a test, are indented.
            if let match = line.prefixMatch(
                of: /(?:@\w+(?:\([^)]*\))? |\w+ )*(?:struct|class|actor|enum|extension) (\w+)/
            ) {
                suite = String(match.1)
            }
            // The trait may stand on a line of its own above.
            if !pending.isEmpty, let match = code.firstMatch(of: /func (\w+|`[^`]+`)/) {
                citations.append(
                    TestCitation(suite: suite, function: String(match.1), file: file, promises: pending)
                )
                pending = []
            }
        }
        return citations
    }
}
