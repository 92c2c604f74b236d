import Foundation

// swift run kit-promises [--results XML]
//
// Prints which test holds the kit to which of asyncio's promises, and exits with 1 if one has none or, with the results
// of a run of the tests, if one of them has not passed.

/// The project's folder: that of the sources that this was built from.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

var arguments = Array(CommandLine.arguments.dropFirst())
var results: TestResults?
if arguments.first == "--results", arguments.count == 2 {
    do { results = try TestResults(path: arguments[1]) } catch {
        complain("\(arguments[1]): cannot be read; write it with: swift test --xunit-output FILE")
        exit(2)
    }
    arguments = []
}
guard arguments.isEmpty else {
    complain("usage: swift run kit-promises [--results RESULTS.xml]")
    exit(2)
}

let table: PromiseTable
do {
    table = PromiseTable(
        behaviours: try String(contentsOfFile: "\(root)/Tests/Conformance/behaviours.md", encoding: .utf8),
        citations: try TestCitation.all(in: "\(root)/Tests")
    )
} catch {
    complain("\(root)/Tests: cannot be read: \(error)")
    exit(2)
}

var failed = 0
var topic = ""
for row in table.rows {
    if row.topic != topic {
        topic = row.topic
        print("\n\(topic)")
    }
    print("  \(row.number)  [\(row.portability.rawValue)] \(row.promise)")
    if !row.needsTest { print("        no test: \(row.remark)") }
    if row.needsTest, row.tests.isEmpty { print("        NO TEST") }
    for test in row.tests {
        let verdict = results.map { $0.hasPassed(test) ? "passed" : "NOT PASSED" }
        if verdict == "NOT PASSED" { failed += 1 }
        print("        \(verdict.map { "\($0): " } ?? "")\(test.name)")
    }
}

let (asIs, changed) = (table.count(.asIs), table.count(.change))
let missing = table.missing.map { "\($0.number)" }
print(
    """

    \(asIs) + \(changed) promises, \(missing.isEmpty ? "each with its test" : "\(missing.count) without a test: \(missing.joined(separator: ", "))")\
    \(results == nil ? "" : failed == 0 ? ", all passing" : ", \(failed) tests not passed"); \
    \(table.count(.none)) mean nothing in Swift.
    """
)
for stray in table.strays { complain("\(stray.file): \(stray.name) cites a promise that does not exist") }
exit(missing.isEmpty && failed == 0 && table.strays.isEmpty ? 0 : 1)
