extension LintRule {
    static let demoFiles = LintRule(
        "demo-files",
        "Every demo has its transcript beside it and, where the lesson says what Python calls the subject, its Python twin."
    ) { course in
        course.lessons.flatMap { lesson in
            lesson.demos.flatMap { demo -> [Diagnostic] in
                let stem = demo.swiftFile.dropLast(".swift".count)
                var missing: [String] = []
                if demo.expectedTranscript == nil { missing.append("\(stem).expected") }
                if lesson.pythonName != nil, demo.pythonFile == nil { missing.append("\(stem).py") }
                return missing.map { file in
                    let name = file.split(separator: "/").last ?? ""
                    let how = file.hasSuffix(".expected") ? "; `tutor lint --fix` writes it" : ""
                    return Diagnostic(
                        at: SourcePosition(file: demo.swiftFile, line: 1),
                        "there is no '\(name)' beside the demo '\(demo.name)'\(how)"
                    )
                }
            }
        }
    }
}
