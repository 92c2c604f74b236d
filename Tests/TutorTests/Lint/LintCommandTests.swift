import Foundation
import Testing

/// `tutor lint`, headless.
@Suite struct LintCommandTests {
    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func lint(_ arguments: String...) async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(["--lessons", home.path, "lint"] + arguments, environment: home.environment)
    }

    private func writeLesson(_ text: String = "<!-- lesson minutes=5 -->\n# First\n\nText.\n") throws {
        try home.write(text, to: "01-first/lesson.md")
    }

    @Test func findingsAreCompilersLinesAndEndWithOne() async throws {
        try writeLesson()
        let ended = try await lint()
        #expect(
            ended.output == """
                \(home.path)/01-first/lesson.md:1:1: error: the lesson asks 0 questions; 8 are the fewest [question-count]
                1 lesson: 1 finding.

                """
        )
        #expect(ended.error == "")
        #expect(ended.status == 1)
    }

    @Test func aCleanCourseEndsWithNothing() async throws {
        try writeLesson()
        let ended = try await lint("--rule", "links", "--rule", "alt-text")
        #expect(ended.output == "1 lesson: nothing to say.\n")
        #expect(ended.status == 0)
    }

    @Test func aLessonThatCannotBeReadEndsWithThree() async throws {
        try writeLesson("# First\n")
        #expect(try await lint().status == 3)
        #expect(try await TutorProcess.tutor(["--lessons", "\(home.path)/none", "lint"]).status == 3)
    }

    @Test(arguments: [
        (["--rule", "lnks"], "there is no rule 'lnks'; did you mean 'links'?"),
        (["frist"], "no lesson 'frist'; did you mean 'first'?"),
        (["--format", "xml"], "--format"),
    ])
    func whatCannotBeUnderstoodEndsWithTwo(arguments: [String], told: String) async throws {
        try writeLesson()
        let ended = try await TutorProcess.tutor(
            ["--lessons", home.path, "lint"] + arguments,
            environment: home.environment
        )
        #expect(ended.error.contains(told))
        #expect(ended.status == 2)
    }

    @Test func withoutACompilerNothingIsKnownAndItEndsWithFour() async throws {
        try writeLesson()
        try home.write("print(1)\n", to: "01-first/demo.swift")
        let ended = try await TutorProcess.tutor(
            ["--lessons", home.path, "lint", "--rule", "demo-compiles"],
            environment: home.environment.merging(["PATH": "/nowhere", "XDG_CACHE_HOME": home.path]) { $1 }
        )
        #expect(ended.output.contains("could not tell: \(home.path)/01-first/demo.swift: "))
        #expect(ended.status == 4)
    }

    @Test func jsonSaysTheSame() async throws {
        try writeLesson()
        let ended = try await lint("--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(object["format"] as? String == "async-tutor-lint/v1")
        #expect(object["status"] as? Int == 1)
        #expect(findings.count == 1)
        #expect(findings[0]["rule"] as? String == "question-count")
        #expect(findings[0]["line"] as? Int == 1)
    }

    /// What SARIF 2.1.0 requires of a log, a run, a result and a location (sections 3.13, 3.14, 3.27 and 3.28).
    @Test func sarifHasWhatItsStandardRequires() async throws {
        try writeLesson()
        let ended = try await lint("--format", "sarif")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") ?? false)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(driver["name"] as? String == "tutor lint")
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        #expect(["error", "warning", "note", "none"].contains(result["level"] as? String))
        #expect(
            (result["message"] as? [String: Any])?["text"] as? String == "the lesson asks 0 questions; 8 are the fewest"
        )
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        )
        let uri = (location["artifactLocation"] as? [String: Any])?["uri"] as? String
        #expect(uri == "file://\(home.path)/01-first/lesson.md")
        #expect((location["region"] as? [String: Any])?["startLine"] as? Int == 1)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }

    @Test func readabilityIsReported() async throws {
        try writeLesson("<!-- lesson minutes=5 -->\n# First\n\nThe cat sat on the mat. It did.\n")
        let ended = try await lint("--readability")
        #expect(
            ended.output.hasPrefix(
                "lesson  words  sentences  words per sentence  grade\nfirst       8          2                 4.0    0.0\n"
            )
        )
        #expect(ended.status == 0)
    }

    @Test func rulesAreListedWithTheirPromises() async throws {
        let ended = try await lint("--list-rules")
        let rule = ended.output.split(separator: "\n").first { $0.hasPrefix("sentence-length ") }
        #expect(rule?.hasSuffix("  No sentence of a lesson has more than 30 words.") == true)
        #expect(ended.status == 0)
    }

    @Test func theCourseIsSound() async throws {
        let ended = try await TutorProcess.tutor(["--lessons", Repository.lessons, "lint", "--no-run"])
        #expect(ended.output.hasSuffix("lessons: nothing to say.\n"), "\(ended.output)")
    }
}
