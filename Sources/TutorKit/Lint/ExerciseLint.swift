import LessonKit

/// What the checks of one exercise say of its own files.
struct ExerciseLint: Sendable {
    let checker: ExerciseChecker
    let options: LintOptions
    let exercise: Exercise

    func report() async -> LintReport {
        var report = LintReport()
        if options.wants(.exerciseSolution) {
            await look(at: exercise.solution, in: "solution.swift", .exerciseSolution, &report) { result in
                result.verdict == .passed ? nil : "the solution does not pass: \(summary(result))"
            }
        }
        if options.wants(.exerciseStarter) {
            await look(at: exercise.starter, in: "starter.swift", .exerciseStarter, &report, starter)
        }
        guard options.wants(.exerciseWrong) else { return report }
        for wrong in exercise.wrong where !Task.isCancelled {
            await look(at: wrong.text, in: "wrong/\(wrong.misconception).swift", .exerciseWrong, &report) { result in
                self.wrong(wrong.misconception, result)
            }
        }
        return report
    }

    /// - Parameter problem: what is wrong with the result; nil if it is as it should be.
    private func look(
        at text: String,
        in file: String,
        _ rule: LintRule,
        _ report: inout LintReport,
        _ problem: (ExerciseResult) -> String?
    ) async {
        let result = await checker.check(text, name: file, exercise: exercise)
        let path = exercise.path(of: file)
        if result.verdict == .couldNotTell {
            report.couldNotTell.append("\(path): \(result.reason ?? "the checks could not tell")")
        } else if let words = problem(result) {
            let line = result.errors.map(\.diagnostic).first(where: { $0.file == file })?.line ?? 1
            report.findings.append(
                LintFinding(rule: rule.id, Diagnostic(at: SourcePosition(file: path, line: max(1, line)), words))
            )
        }
    }

    private func starter(_ result: ExerciseResult) -> String? {
        if result.verdict == .passed { return "the starter passes: there is nothing left to do" }
        if !result.errors.isEmpty { return "the starter does not compile: \(summary(result))" }
        if result.sections.count > 1 { return "the starter fails for several reasons: \(names(result))" }
        if result.sections.isEmpty, exercise.feedback.otherwise.isEmpty {
            return "the starter fails, and feedback.md has nothing to say about it: \(summary(result))"
        }
        return nil
    }

    private func wrong(_ misconception: String, _ result: ExerciseResult) -> String? {
        if result.verdict == .passed { return "this wrong answer passes" }
        let told = result.sections.map(\.misconception)
        if told == [misconception] { return nil }
        return told.isEmpty
            ? "this wrong answer is told nothing of its own: \(summary(result))"
            : "this wrong answer is told \(names(result)), not '\(misconception)' alone"
    }

    private func names(_ result: ExerciseResult) -> String {
        result.sections.map { "'\($0.misconception)'" }.joined(separator: " and ")
    }

    /// The first thing that is wrong, in a few words.
    private func summary(_ result: ExerciseResult) -> String {
        if let error = result.errors.first { return error.diagnostic.message }
        let broken = result.promises.filter(\.isBroken).map { "'\($0.id)'" }
        return broken.isEmpty ? "no check failed" : "it breaks \(broken.joined(separator: ", "))"
    }
}
