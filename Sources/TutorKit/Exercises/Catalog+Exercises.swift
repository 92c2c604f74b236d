import LessonKit

/// An exercise with the question that asks for it.
public struct FoundExercise: Sendable, Equatable {
    public let lesson: String
    public let question: Question
    public let exercise: Exercise
}

extension Catalog {
    /// In the order of the course.
    public var exercises: [FoundExercise] { lessons.flatMap(\.exercises) }

    /// The exercise of this id, or all those of the lesson that is meant.
    public func findExercises(_ name: String) -> Result<[FoundExercise], ExerciseProblem> {
        if let exact = exercises.first(where: { $0.exercise.id == name }) { return .success([exact]) }
        switch find(name) {
        case .success(let lesson):
            return lesson.exercises.isEmpty ? .failure(.none(lesson: lesson.id)) : .success(lesson.exercises)
        case .failure(.unknown(_, let lesson)):
            let near = Suggestion.nearest(to: name, among: exercises.map(\.exercise.id))
            return .failure(.unknown(name, suggestion: near ?? lesson))
        case .failure(let problem): return .failure(.lesson(problem))
        }
    }

    /// Why a person's words lead to no exercise.
    public enum ExerciseProblem: Error, Equatable, CustomStringConvertible {
        case unknown(String, suggestion: String?)
        case none(lesson: String)
        case lesson(Problem)

        public var description: String {
            switch self {
            case .unknown(let name, let suggestion?):
                "no exercise and no lesson '\(name)'; did you mean '\(suggestion)'?"
            case .unknown(let name, nil): "no exercise and no lesson '\(name)'; `tutor exercise` names the exercises"
            case .none(let lesson): "\(lesson) has no exercise; `tutor exercise` names those that there are"
            case .lesson(let problem): problem.description
            }
        }

        /// The course is at fault, and not what was typed.
        public var isBroken: Bool {
            if case .lesson(let problem) = self { problem.isBroken } else { false }
        }
    }
}

extension Lesson {
    /// In the order of the text.
    public var exercises: [FoundExercise] {
        questions.compactMap { question in
            guard case .code(let exercise) = question.kind else { return nil }
            return FoundExercise(lesson: id, question: question, exercise: exercise)
        }
    }
}
