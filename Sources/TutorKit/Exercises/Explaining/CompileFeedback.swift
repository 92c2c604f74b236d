import LessonKit

/// What a learner is told when the file and the checks make no program: about the file, never about the checks.
struct CompileFeedback {
    let exercise: Exercise
    let learner: SourceFile

    func result(_ failure: CompileFailure) -> ExerciseResult {
        switch failure {
        case .rejected(let diagnostics): rejected(diagnostics.filter { $0.severity == .error })
        case .couldNotTell(.limit(let end)):
            .couldNotTell(
                "the Swift compiler \(end); that happens with very tangled expressions: break them up, and check again"
            )
        case .couldNotTell(let cause): .couldNotTell(cause.description)
        case .cancelled: .couldNotTell("compiling was interrupted")
        }
    }

    private func rejected(_ errors: [CompileDiagnostic]) -> ExerciseResult {
        let own = errors.filter { $0.file == learner.name }.map { ExplainedDiagnostic(withoutHarness($0)) }
        let told = own.isEmpty ? missing(errors) : own
        guard !told.isEmpty else {
            let first = errors.first.map(\.description) ?? "the compiler says nothing more"
            return .couldNotTell(
                "the checks of \(exercise.id) do not compile, which is the lesson's fault and not yours:\n\(first)"
            )
        }
        let section = told.lazy.compactMap { $0.diagnostic.identifier }
            .compactMap { exercise.feedback.section(on: .diagnostic($0)) }.first
        return ExerciseResult(verdict: .failed, errors: told, sections: section.map { [$0] } ?? [])
    }

    /// Notes that point into the checks would show what is hidden.
    private func withoutHarness(_ diagnostic: CompileDiagnostic) -> CompileDiagnostic {
        var diagnostic = diagnostic
        diagnostic.notes = diagnostic.notes.filter { $0.file == nil || $0.file == learner.name }
        return diagnostic
    }

    // MARK: Errors in the checks

    /// The checks call what the starter declares. Where they cannot, the learner's file lacks it, or declares it otherwise.
    private func missing(_ errors: [CompileDiagnostic]) -> [ExplainedDiagnostic] {
        let asked = TopLevelDeclarations(exercise.starter)
        let there = TopLevelDeclarations(learner.text)
        var told: [ExplainedDiagnostic] = []
        var names: Set<String> = []
        for error in errors {
            let words = Self.identifiers("\(error.message) \(error.sourceLine ?? "")")
            for declaration in asked.all where words.contains(declaration.name) {
                guard there[declaration.name]?.signature != declaration.signature,
                    names.insert(declaration.name).inserted
                else { continue }
                told.append(demand(declaration, present: there[declaration.name], because: error))
            }
        }
        return told
    }

    private func demand(
        _ declaration: TopLevelDeclarations.Declaration,
        present: TopLevelDeclarations.Declaration?,
        because error: CompileDiagnostic
    ) -> ExplainedDiagnostic {
        let reason =
            present == nil
            ? "The checks call it, and there is nothing of this name."
            : "The checks call it as it is declared in the starter, and the compiler says: \(error.message)."
        return ExplainedDiagnostic(
            CompileDiagnostic(
                severity: .error,
                message: "your file must declare '\(declaration.signature)'",
                file: learner.name,
                line: present?.line ?? 1,
                column: 1,
                identifier: error.identifier,
                sourceLine: present?.signature
            ),
            explanation: reason
        )
    }

    private static func identifiers(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
}
