import LessonKit
import Testing

/// A program as a learner reads it.
@Suite struct DemoTextTests {
    @Test func theMarksOfSlicesAreLeftOutAndNothingElse() {
        let swift = "// a comment\n// slice: main\ntry run {\n}\n// end\n\nprint(1)\n"
        #expect(Demo.text(swift, file: "demo.swift") == "// a comment\ntry run {\n}\n\nprint(1)\n")
        #expect(Demo.text("# slice: main\nrun()\n# end\n", file: "demo.py") == "run()\n")
    }

    @Test func aProgramWhoseMarksAreBrokenIsReadAsItIs() {
        let swift = "// slice: main\nprint(1)\n"
        #expect(Demo.text(swift, file: "demo.swift") == swift)
    }
}
