import Foundation

/// What `swift test --xunit-output` has written of Swift Testing's tests.
struct TestResults {
    /// False for a test that failed or was skipped, by "Suite.function".
    private var passed: [String: Bool] = [:]

    /// - Parameter path: the file of Swift Testing, which SwiftPM names `…-swift-testing.xml`.
    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let cases = text.matches(of: /<testcase classname="([^"]*)" name="([^"]*)"[^>]*?(\/)?>/)
        for match in cases {
            let suite = match.1.split(separator: ".").last.map(String.init) ?? ""
            let function = match.2.prefix { $0 != "(" }.filter { $0 != "`" }
            let rest = text[match.range.upperBound...]
            let body = match.3 == nil ? rest[..<(rest.range(of: "</testcase>")?.lowerBound ?? rest.endIndex)] : ""
            let isGood = !body.contains("<failure") && !body.contains("<skipped")
            let name = "\(suite).\(function)"
            passed[name] = (passed[name] ?? true) && isGood
        }
    }

    var count: Int { passed.count }

    func hasPassed(_ test: TestCitation) -> Bool {
        passed[test.name.filter { $0 != "`" }] ?? false
    }
}
