import Foundation
import LessonChecks
import LessonKit

@testable import TutorKit

extension Fixtures {
    /// A compiler for programs of checks.
    static let checkCompiler = Compiler(
        environment: environment,
        executable: executable,
        cacheFolder: cacheFolder,
        temporaryFolder: temporaryFolder,
        modules: ExerciseChecker.modules
    )

    /// Generous on the wall, because machines that run tests are busy; short in processor time, which ends every loop.
    static let checkLimits: ResourceLimits = {
        var limits = ResourceLimits.checks
        limits.wallTime = .seconds(20)
        limits.cpuTime = .seconds(2)
        return limits
    }()

    static func checker(_ limits: ResourceLimits = checkLimits) -> ExerciseChecker {
        ExerciseChecker(compiler: checkCompiler, temporaryFolder: temporaryFolder, limits: limits)
    }

    /// An exercise as small as one can be: `work` returns 42.
    static let exercise = Exercise(
        id: "answer",
        folder: "01-x/exercises/answer",
        starter: "import ConcurrencyKit\n\nfunc work() async throws -> Int {\n    0\n}\n",
        solution: "import ConcurrencyKit\n\nfunc work() async throws -> Int {\n    42\n}\n",
        checks: """
            import ConcurrencyKit
            import LessonChecks

            @main struct Checks: ExerciseChecks {
                static let checks = [
                    Check("first", "There is an answer.") { check in
                        let answer = try await work()
                        check.expect(answer, equals: 42, "That is not the answer.", misconception: answer == 41 ? "off-by-one" : nil)
                    },
                    Check("second", "There is an answer again.", after: ["first"]) { check in _ = try await work() },
                ]
            }
            """,
        wrong: [],
        feedback: ExerciseFeedback(sections: [
            section("off-by-one"), section("hangs", on: .end(.timeout)), section("is-stuck", on: .end(.deadlock)),
            section("breaks", on: .end(.crash)), section("leaves", on: .end(.leak)),
            section("other", on: .check("first")),
            section("forgets-await", on: .diagnostic("async_expr_without_await")),
        ])
    )

    private static func section(_ name: String, on triggers: ExerciseFeedback.Trigger...) -> ExerciseFeedback.Section {
        ExerciseFeedback.Section(
            misconception: name,
            triggers: triggers,
            text: [],
            position: SourcePosition(file: "feedback.md", line: 1)
        )
    }

    /// What becomes of a file with this body of `work`, with other declarations below.
    static func check(
        _ body: String,
        below: String = "",
        limits: ResourceLimits = checkLimits
    ) async -> ExerciseResult {
        let text = """
            import ConcurrencyKit
            import Foundation

            func work() async throws -> Int {
                \(body)
            }
            \(below)
            """
        return await checker(limits).check(text, name: "answer.swift", exercise: exercise)
    }
}

extension ExerciseResult {
    /// "failed first=crash second=untried [breaks]": what a test compares.
    var summary: String {
        let checks = promises.map { promise in
            let check = ExerciseReport.Check(promise)
            return "\(check.id)=\(check.outcome)"
        }
        let names = sections.map(\.misconception)
        return ([verdict.rawValue] + checks + [names.isEmpty ? "" : "\(names)"]).filter { !$0.isEmpty }
            .joined(separator: " ").replacing("\"", with: "")
    }
}
