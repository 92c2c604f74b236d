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
        let own = errors.filter { $0.file == learner.name }.map { plain(ExplainedDiagnostic($0)) }
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

    /// Without the notes that point into the checks, which are hidden; and, where there is an explanation, without those
    /// that offer three ways to mend the same line.
    private func plain(_ error: ExplainedDiagnostic) -> ExplainedDiagnostic {
        var diagnostic = error.diagnostic
        diagnostic.notes = diagnostic.notes.filter { note in
            guard note.file == nil || note.file == learner.name else { return false }
            return error.explanation == nil || note.line != diagnostic.line
        }
        return ExplainedDiagnostic(diagnostic, explanation: error.explanation)
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
        guard told.isEmpty, let error = errors.first else { return told }
        // What the checks make of a result of another type fails further on, and names nothing of the learner's.
        return asked.all.filter { there[$0.name]?.signature != $0.signature }.map {
            demand($0, present: there[$0.name], because: error)
        }
    }

    private func demand(
        _ declaration: TopLevelDeclarations.Declaration,
        present: TopLevelDeclarations.Declaration?,
        because error: CompileDiagnostic
    ) -> ExplainedDiagnostic {
        let reason =
            present == nil
            ? "The checks call it, and there is nothing of this name."
            : "It is declared otherwise here, and the checks cannot use it so: \(error.message)."
        return ExplainedDiagnostic(
            CompileDiagnostic(
                severity: .error,
                message: "your file must declare \(declaration.name) so:",
                file: learner.name,
                line: present?.line ?? 1,
                column: 1,
                identifier: error.identifier,
                sourceLine: declaration.text
            ),
            explanation: reason
        )
    }

    private static func identifiers(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
}
