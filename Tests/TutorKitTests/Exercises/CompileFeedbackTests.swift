import LessonKit
import Testing

@testable import TutorKit

/// What a learner is told when the file and the hidden checks make no program.
@Suite struct CompileFeedbackTests {
    private func told(_ text: String) async -> ExerciseResult {
        await Fixtures.checker().check(text, name: "answer.swift", exercise: Fixtures.exercise)
    }

    private func shown(_ result: ExerciseResult) -> String {
        Screen(width: 100).text(result.showings(isReplay: false)).text
    }

    @Test func anErrorIsShownInTheLearnersLineWithItsCaretAndPlainWords() async {
        let result = await told(
            "import ConcurrencyKit\n\nfunc work() async throws -> Int {\n    sleep(for: .seconds(1))\n    return 42\n}\n"
        )
        #expect(
            shown(result) == """
                Not right: the file does not compile (2 errors).

                answer.swift:4:5: error: call can throw but is not marked with 'try'
                    sleep(for: .seconds(1))
                    ^~~~~~~~~~~~~~~~~~~~~~~

                This call can throw an error, and Swift wants to see where: write `try` before it.

                answer.swift:4:5: error: expression is 'async' but is not marked with 'await'
                    sleep(for: .seconds(1))
                    ^~~~~~~~~~~~~~~~~~~~~~~

                This call may suspend, and Swift wants to see where: write `await` before it, after
                `try` if there is one.

                """
        )
        #expect(result.summary == "failed [forgets-await]")
    }

    @Test func aFunctionThatIsMissingIsAskedForWithItsDeclaration() async {
        let result = await told("import ConcurrencyKit\n\nfunc wrk() async throws -> Int { 42 }\n")
        #expect(
            shown(result) == """
                Not right: the file does not compile (1 error).

                answer.swift:1:1: error: your file must declare work so:
                func work() async throws -> Int

                The checks call it, and there is nothing of this name.

                """
        )
    }

    @Test func aFunctionOfAnotherTypeIsAskedForAtItsLine() async {
        let result = await told("\nfunc work() async throws -> String { \"42\" }\n")
        let text = shown(result)
        #expect(
            text.hasPrefix(
                """
                Not right: the file does not compile (1 error).

                answer.swift:2:1: error: your file must declare work so:
                func work() async throws -> Int

                It is declared otherwise here, and the checks cannot use it so: 
                """
                .trimmingWhitespace
            )
        )
        #expect(!text.contains("checks.swift"))
    }

    @Test func aMemberThatIsMissingIsAskedForAtItsType() async {
        let result = await Fixtures.checker().check(
            "import ConcurrencyKit\n\nfinal class Bell {\n    func ring() {}\n}\n",
            name: "answer.swift",
            exercise: .bell
        )
        #expect(
            shown(result) == """
                Not right: the file does not compile (1 error).

                answer.swift:3:1: error: your file must declare Bell.wait so:
                func wait() async throws

                The checks call it, and there is nothing of this name.

                """
        )
    }

    @Test func anInitializerOfAnotherFormIsAskedForAtItsLine() async {
        let result = await Fixtures.checker().check(
            "import ConcurrencyKit\n\nfinal class Bell {\n    init(name: Int) {}\n    func wait() async throws {}\n}\n",
            name: "answer.swift",
            exercise: .bell
        )
        let text = shown(result)
        #expect(text.contains("answer.swift:4:1: error: your file must declare Bell.init so:\ninit()\n"))
        #expect(!text.contains("Bell.wait"))
    }

    @Test func aTypeThatHidesOneOfTheChecksIsToBeRenamed() async {
        let result = await told(
            "import ConcurrencyKit\n\nfunc work() async throws -> Int { 42 }\n\nstruct Check {}\n"
        )
        #expect(
            shown(result) == """
                Not right: the file does not compile (1 error).

                answer.swift:5:1: error: the checks use the name Check for something of theirs
                struct Check

                Your file and the checks are compiled together. Give yours another name.

                """
        )
    }

    @Test func checksThatDoNotCompileAreTheLessonsFault() async {
        let broken = Exercise.broken
        let result = await Fixtures.checker().check(Fixtures.exercise.solution, name: "answer.swift", exercise: broken)
        #expect(result.verdict == .couldNotTell)
        #expect(result.reason?.hasPrefix("the checks of answer do not compile, which is the lesson's fault") == true)
    }

    @Test(arguments: [
        ("func a() {}", ["func a()"]),
        (
            "func fetchAll(\n    _ pages: [String],\n    with f: @escaping () async throws -> String\n) async throws -> [String?] {\n}",
            [
                "func fetchAll(_ pages: [String], with f: @escaping () async throws -> String) async throws -> [String?]"
            ]
        ),
        (
            "public final class C: P {\n    func inner() {}\n}\n\n@Loop\nlet x = 1",
            ["public final class C: P", "let x = 1"]
        ),
        ("// func no() {}\n    func nested() {}\nstruct S {}", ["struct S"]),
    ])
    func declarationsAreReadFromTheTopLevel(_ text: String, _ expected: [String]) {
        #expect(TopLevelDeclarations(text).all.map(\.signature) == expected)
    }

    @Test(
        arguments: [
            ("struct S { let a = 1 }\n    func no() {}", []),
            (
                "final class C {\n  private let no = 1\n  var open: Int {\n    let no = 2\n    return no\n  }\n  init(a: Int) {}\n}\n",
                ["C: var open: Int", "C: init(a: Int)"]
            ),
            ("extension C {\n    static func f() {}\n}\nfunc g() {\n    func no() {}\n}", ["C: static func f()"]),
        ] as [(String, [String])]
    )
    func membersAreReadFromTheirTypes(_ text: String, _ expected: [String]) {
        #expect(TopLevelDeclarations(text).members.map { "\($0.owner ?? ""): \($0.signature)" } == expected)
    }
}

extension Exercise {
    /// Its checks make one and wait at it.
    fileprivate static let bell = Exercise(
        id: "answer",
        folder: "x",
        starter: """
            import ConcurrencyKit

            final class Bell {
                init() {}

                func wait() async throws {
                }
            }
            """,
        solution: "final class Bell {\n    init() {}\n\n    func wait() async throws {\n    }\n}\n",
        checks: "import LessonChecks\n\nfunc ring() async throws { try await Bell().wait() }\n",
        wrong: [],
        feedback: Fixtures.exercise.feedback
    )

    /// Its checks use what nobody declares.
    fileprivate static let broken = Exercise(
        id: "answer",
        folder: "x",
        starter: Fixtures.exercise.starter,
        solution: Fixtures.exercise.solution,
        checks: "import LessonChecks\n\nfunc broken() { nobodyKnows() }\n",
        wrong: [],
        feedback: Fixtures.exercise.feedback
    )
}
