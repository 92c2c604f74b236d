import LessonKit

/// Looks at a course as a strict reader and a patient machine would: every text is read, every program is run.
///
///     let report = try await Linter(compiler: compiler, runner: runner, python: python).lint("Lessons")
public struct Linter: Sendable {
    let compiler: Compiler
    let runner: ProgramRunner
    /// Nil if there is none: then a note says so.
    let python: PythonInterpreter?
    let checker: ExerciseChecker
    let options: LintOptions

    /// One step of the work: how many of how many are done, and what was done last.
    public struct Progress: Sendable {
        public let done: Int
        public let total: Int
        public let name: String
    }

    /// - Parameter checker: with a compiler of its own, which knows ``ExerciseChecker/modules``.
    public init(
        compiler: Compiler,
        runner: ProgramRunner,
        python: PythonInterpreter?,
        checker: ExerciseChecker,
        options: LintOptions
    ) {
        self.compiler = compiler
        self.runner = runner
        self.python = python
        self.checker = checker
        self.options = options
    }

    /// - Parameters:
    ///   - folder: of the course.
    ///   - selection: the folder names of the lessons to be looked at; nil for all.
    /// - Throws: if the folder cannot be read or has no lesson.
    public func lint(
        _ folder: String,
        selection: Set<String>? = nil,
        onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws(DiagnosticList) -> LintReport {
        let reader = CourseReader(folder: folder, selection: selection)
        var course = try reader.read()
        var report = LintReport()
        if options.fixes, options.rules.contains(LintRule.sliceID) {
            report.add(Fixer(course: course).fixListings())
            if !report.fixed.isEmpty { course = try reader.read() }
        }
        if options.runsPrograms {
            let ran = await run(course, onProgress: onProgress)
            report.add(ran)
            if !ran.fixed.isEmpty { course = try reader.read() }
        }
        var texts = LintReport()
        texts.findings = course.findings(options.rules)
        texts.lessons = course.entries.count
        report.add(texts)
        return report
    }

    // MARK: Running

    private struct Job: Sendable {
        let name: String
        let work: @Sendable () async -> LintReport
    }

    private func run(_ course: LintCourse, onProgress: @escaping @Sendable (Progress) -> Void) async -> LintReport {
        let jobs = jobs(course)
        var report = LintReport()
        if python == nil, options.wants(.pythonTwin),
            course.lessons.flatMap(\.demos).contains(where: { $0.pythonFile != nil })
        {
            report.notes.append(
                "the Python twins were not run: no CPython 3.12 or newer on PATH, in pyenv, or named by PYTHON"
            )
        }
        for picture in course.lessons.flatMap(\.pictures) where picture.demo == nil && options.wants(.picture) {
            let message = "no demo is listed before this picture: nothing is known of the run that it shows"
            report.findings.append(LintFinding(rule: LintRule.picture.id, Diagnostic(at: picture.position, message)))
        }
        await withTaskGroup(of: (String, LintReport).self) { group in
            var waiting = jobs[...]
            var done = 0
            func start() {
                guard let job = waiting.popFirst() else { return }
                group.addTask { (job.name, await job.work()) }
            }
            for _ in 0..<max(1, options.width) { start() }
            for await (name, part) in group {
                done += 1
                report.add(part)
                onProgress(Progress(done: done, total: jobs.count, name: name))
                start()
            }
        }
        report.add(Fixer(course: course).fix(report.pictures))
        return report
    }

    private func jobs(_ course: LintCourse) -> [Job] {
        course.lessons.flatMap { lesson in demoJobs(lesson, course) + exerciseJobs(lesson) }
    }

    private func exerciseJobs(_ lesson: Lesson) -> [Job] {
        lesson.questions.compactMap { question in
            guard case .code(let exercise) = question.kind else { return nil }
            let lint = ExerciseLint(checker: checker, options: options, exercise: exercise)
            return Job(name: "\(lesson.id)/\(exercise.id)") { await lint.report() }
        }
    }

    private func demoJobs(_ lesson: Lesson, _ course: LintCourse) -> [Job] {
        lesson.demos.map { demo in
            let questions = lesson.questions.filter { question in
                if case .predict(let prediction) = question.kind { prediction.demo == demo.name } else { false }
            }
            let pictures = lesson.pictures.filter { $0.demo == demo.name }
            let lint = DemoLint(linter: self, demo: demo, questions: questions, pictures: pictures, texts: course)
            return Job(name: "\(lesson.id)/\(demo.name)") { await lint.report() }
        }
    }
}
