import Foundation
import LessonKit

/// Runs the checks of an exercise on every mutant of its solution.
public struct MutantHunt: Sendable {
    let checker: ExerciseChecker
    /// How many mutants are checked at the same time.
    let width: Int

    public init(checker: ExerciseChecker, width: Int = 2) {
        self.checker = checker
        self.width = width
    }

    public func report(
        on exercise: Exercise,
        onProgress: @escaping @Sendable (Linter.Progress) -> Void = { _ in }
    ) async -> MutantReport {
        let mutants = Mutator.mutants(of: exercise.solution)
        var fates: [Int: MutantReport.Fate] = [:]
        await withTaskGroup(of: (Int, MutantReport.Fate).self) { group in
            var waiting = mutants.indices
            func start() {
                guard let index = waiting.popFirst(), !Task.isCancelled else { return }
                group.addTask { (index, await fate(of: mutants[index], exercise)) }
            }
            for _ in 0..<max(1, width) { start() }
            for await (index, fate) in group {
                fates[index] = fate
                onProgress(Linter.Progress(done: fates.count, total: mutants.count, name: exercise.id))
                start()
            }
        }
        let file = exercise.path(of: EquivalentMutants.fileName)
        let explained = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return MutantReport(
            exercise: exercise.id,
            file: exercise.path(of: "solution.swift"),
            checked: mutants.enumerated().map { index, mutant in
                MutantReport.Checked(mutant: mutant, fate: fates[index] ?? .couldNotTell("interrupted"))
            },
            equivalents: EquivalentMutants(explained, file: file)
        )
    }

    private func fate(of mutant: Mutant, _ exercise: Exercise) async -> MutantReport.Fate {
        let result = await checker.check(mutant.text, name: exercise.fileName, exercise: exercise)
        return switch result.verdict {
        case .passed: .survived
        case .failed: result.errors.isEmpty ? .killed : .doesNotCompile
        case .couldNotTell: .couldNotTell(result.reason ?? "the checks could not tell")
        }
    }
}
