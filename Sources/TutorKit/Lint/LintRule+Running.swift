import LessonKit

extension LintRule {
    /// The rules that take runs of programs.
    public static let running: [LintRule] = [
        .demoCompiles, .demoEndsWell, .transcript, .picture, .pythonTwin, .predictKey, .schedules,
        .exerciseStarter, .exerciseSolution, .exerciseWrong,
    ]

    /// Every rule there is.
    public static let all = texts + running

    static let demoCompiles = LintRule(
        id: "demo-compiles",
        promise: "Every demo, and its edition in Swift's standard library, compiles in the Swift 6 language mode "
            + "without a warning.",
        stage: .run
    )
    static let demoEndsWell = LintRule(
        id: "demo-ends-well",
        promise: "Every demo runs to its end by itself, with exit code 0.",
        stage: .run
    )
    static let transcript = LintRule(
        id: "transcript",
        promise: "Every demo prints its `.expected` file, byte for byte.",
        stage: .run
    )
    static let picture = LintRule(
        id: "picture-equals-run",
        promise: "Every timeline in a lesson is what the tutor draws of the demo that was listed last before it.",
        stage: .run
    )
    static let pythonTwin = LintRule(
        id: "python-twin",
        promise: "Every demo's Python twin prints the same, literals aside, where there is a CPython 3.12 or newer.",
        stage: .run
    )
    static let predictKey = LintRule(
        id: "predict-key",
        promise: "The key of every prediction can be computed from a run of its demo.",
        stage: .run
    )
    static let exerciseStarter = LintRule(
        id: "exercise-starter",
        promise: "Every exercise's starter compiles, and fails for one reason, which feedback.md is about.",
        stage: .run
    )
    static let exerciseSolution = LintRule(
        id: "exercise-solution",
        promise: "Every exercise's solution passes its checks under every schedule that they try.",
        stage: .run
    )
    static let exerciseWrong = LintRule(
        id: "exercise-wrong",
        promise: "Every wrong answer of an exercise fails, and is told its own section of feedback.md and no other.",
        stage: .run
    )
    static let schedules = LintRule(
        id: "schedules",
        promise:
            "What a prediction asks for is the same under every schedule that was tried, or it says `schedule=fifo`.",
        stage: .run
    )
}
