import Foundation
import LessonKit
import Testing

@testable import TutorKit

/// Two learners who work through the whole course in one sitting. What they see is kept as files, to be read.
///
/// Nobody writes their lines down: they come from the questions and from runs of the demos.
@Suite struct ScriptedLearnerTests {
    @Test func whoAnswersEveryQuestionRightlyReachesAllPoints() async throws {
        let course = try await ScriptedCourse()
        let shown = try await course.check(
            "all-right",
            writing: { [$0.solution] },
            answers: { [try #require($0.right, "\($0.id) has no right answer")] }
        )
        #expect(shown.contains("\nCourse: \(course.count) of \(course.count) questions answered.\n"))
        #expect(!shown.contains("Not right"))
    }

    @Test func whoAnswersEveryQuestionWronglyInEachWayThereIsReadsSpecificFeedbackEachTime() async throws {
        let course = try await ScriptedCourse()
        let shown = try await course.check(
            "all-wrong",
            writing: { $0.wrong.map(\.text) },
            answers: { $0.wrong.map(\.answer) }
        )
        #expect(!shown.contains("\nRight."))
        #expect(shown.contains("\nCourse: 0 of \(course.count) questions answered.\n"))
    }

    @Test func everyForeseenWrongAnswerIsRecognised() async throws {
        for question in try await ScriptedCourse().questions {
            let recognised = question.wrong.map(\.feedback)
            for feedback in question.foreseen {
                #expect(recognised.contains(feedback), "\(question.position): never said: \(feedback.plainText)")
            }
        }
    }
}

/// The course with all that its questions can be answered.
private struct ScriptedCourse {
    struct Answerable {
        let id: String
        let position: SourcePosition
        let right: String?
        let wrong: [AnswerExamples.Wrong]
        /// What the author says to wrong answers.
        let foreseen: [[Block]]
        /// Of a question whose answer is a program.
        let exercise: Exercise?
    }

    let catalog: Catalog
    /// In the order of the course.
    private(set) var questions: [Answerable] = []
    var count: Int { questions.count }

    init() async throws {
        catalog = try Catalog(folder: Repository.lessons)
        for lesson in catalog.lessons {
            for question in lesson.questions {
                let examples = AnswerExamples(of: question, run: try await Self.run(question, of: lesson))
                questions.append(
                    Answerable(
                        id: question.id,
                        position: question.position,
                        right: examples.right,
                        wrong: examples.wrong,
                        foreseen: question.foreseenFeedback,
                        exercise: question.exercise
                    )
                )
            }
        }
    }

    private static func run(_ question: Question, of lesson: Lesson) async throws -> DemoEvidence? {
        guard case .predict(let prediction) = question.kind else { return nil }
        let demo = try #require(lesson.demo(named: prediction.demo))
        return try await TestCompiler.run(file: demo.swiftFile).evidence
    }

    /// Types `answers` to each question, and writes the programs of each exercise; goes on, and compares with the file, or
    /// writes it if asked to record.
    func check(
        _ name: String,
        writing programs: (Exercise) -> [String],
        answers: (Answerable) throws -> [String]
    ) async throws -> String {
        var lines: [String] = []
        var texts: [String] = []
        var rest = questions[...]
        for lesson in catalog.lessons {
            lines.append("open \(lesson.id)")
            for (index, stop) in lesson.stops.enumerated() {
                if stop.question != nil, let question = rest.popFirst() {
                    if let exercise = question.exercise {
                        texts += programs(exercise)
                        lines += programs(exercise).flatMap { _ in ["exercise --edit", "check"] }
                    } else {
                        lines += try answers(question).map(typed)
                    }
                }
                if index + 1 < lesson.stops.count { lines.append("next") }
            }
        }
        var transcript = SessionTranscript("../../Course/Learners/\(name)", source: Self.source)
        transcript.exercises = try ScriptedExercises(typing: texts)
        return try await transcript.check(typing: lines + ["progress", "quit"])
    }

    private static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Session/x.swift").path

    /// What is or looks like a command has to be marked as an answer.
    private func typed(_ answer: String) -> String {
        let word = String(answer.prefix { !$0.isWhitespace })
        let commands = Command.allCases.map(\.rawValue)
        let isPlain = Command(word: word) == nil && Suggestion.nearest(to: word, among: commands) == nil
        return isPlain ? answer : "answer \(answer)"
    }
}

extension Question {
    fileprivate var exercise: Exercise? {
        if case .code(let exercise) = kind { exercise } else { nil }
    }

    /// What its author says to wrong answers.
    fileprivate var foreseenFeedback: [[Block]] {
        switch kind {
        case .choice(let choices): choices.filter { !$0.isRight }.map(\.feedback)
        case .order(let key): key.feedback.foreseen.map(\.feedback) + [key.feedback.otherwise]
        // Told together, with their letters; and what is not judged here.
        case .multiple, .explain: []
        case .predict(let prediction): prediction.feedback.foreseen.map(\.feedback) + [prediction.feedback.otherwise]
        case .number(let key): key.feedback.foreseen.map(\.feedback) + [key.feedback.otherwise]
        case .text(let key): key.feedback.foreseen.map(\.feedback) + [key.feedback.otherwise]
        // Its wrong answers are programs: lint checks that each leads to its own feedback.
        case .code: []
        }
    }
}

extension [Block] {
    fileprivate var plainText: String { map(\.plainText).joined(separator: " ") }
}
