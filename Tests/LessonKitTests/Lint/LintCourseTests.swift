import LessonKit
import Testing

struct LintCourseTests {
    @Test func aLessonWithFewQuestionsIsTold() throws {
        var course = SoundCourse()
        let text = try #require(course.files["01-first/lesson.md"])
        let cut = try #require(text.range(of: "<!-- question id=first-8"))
        course.files["01-first/lesson.md"] = text[..<cut.lowerBound] + "## The end\n\nDone.\n"
        #expect(
            course.findings() == "Course/01-first/lesson.md:1:1: error: the lesson asks 7 questions; 8 are the fewest "
                + "[question-count]"
        )
    }

    @Test func numbersAndIDsThatAreUsedTwiceAreTold() throws {
        var course = SoundCourse()
        course.files["01-second/lesson.md"] = course.files["01-first/lesson.md"]
        for file in ["demo.swift", "demo.py", "demo.expected", "lanes.png"] {
            course.files["01-second/\(file)"] = course.files["01-first/\(file)"]
        }
        let lines = course.findings(["unique-ids"]).split(separator: "\n")
        #expect(lines.count == 9)
        #expect(
            lines.first
                == "Course/01-second/lesson.md:1:1: error: lesson number 1 is also that of '01-first' [unique-ids]"
        )
    }

    @Test func onlyTheRulesThatAreWantedSpeak() {
        var course = SoundCourse()
        course.files["misconceptions.md"] = nil
        course.files["glossary.md"] = nil
        #expect(
            Set(course.findings().matches(of: #/\[([a-z-]+)\]/#).map { String($0.1) }) == [
                "links", "misconceptions", "terms",
            ]
        )
        #expect(course.findings(["alt-text"]) == "")
    }

    @Test func ofPartOfACourseNothingIsSaidAboutTheWhole() throws {
        var course = SoundCourse()
        course.files["misconceptions.md"] = try #require(course.files["misconceptions.md"])
            .replacing("\n\n## Sources", with: "\n| `of-another-lesson` | a | b | own |\n\n## Sources")
        course.files["glossary.md"]? += "\n## Loop\n\nTwice.\n"
        #expect(course.findings(only: ["01-first"]) == "")
        #expect(course.findings(only: ["02-other"]) == "")
        #expect(course.findings().split(separator: "\n").count == 2)
    }

    @Test func everyRuleHasAnIDOfItsOwnAndAPromise() {
        let ids = LintRule.texts.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(LintRule.texts.allSatisfy { $0.promise.hasSuffix(".") })
    }
}

struct SliceFixTests {
    private func fixed(_ text: String, demo: String = SoundCourse.demo) -> SliceFix.Fixed {
        SliceFix.fixed(
            LessonFolder(
                number: 1,
                id: "first",
                path: "Course/01-first",
                files: ["lesson.md": text, "demo.swift": demo]
            )
        )
    }

    @Test func aListingThatIsWrongBecomesItsSliceAndNothingElseChanges() {
        let broken = SoundCourse.lesson.replacing(
            "    print(\"a\")\n}\n```",
            with: "    print(\"b\")\n    more()\n}\n```"
        )
        let result = fixed(broken)
        #expect(result.text == SoundCourse.lesson)
        #expect(
            result.changes.map(\.description) == [
                "Course/01-first/lesson.md:12:1: error: the listing is slice 'main' of demo.swift again"
            ]
        )
    }

    @Test func whatIsRightStaysByteForByte() {
        for text in [SoundCourse.lesson, SoundCourse.lesson.replacing("\n", with: "\r\n"), "", "no lesson"] {
            #expect(fixed(text).text == text)
            #expect(fixed(text).changes.isEmpty)
        }
    }

    @Test func windowsLineEndsStay() {
        let lesson = SoundCourse.lesson.replacing("\n", with: "\r\n")
        #expect(fixed(lesson.replacing("print(\"a\")", with: "print(\"b\")")).text == lesson)
    }

    @Test func aSliceThatIsNotThereIsLeftToThePerson() {
        let text = SoundCourse.lesson.replacing("slice=main", with: "slice=man").replacing("print(\"a\")", with: "x")
        #expect(fixed(text).text == text)
    }

    @Test func aProgramWithAFenceInItIsNotPutIntoAListing() {
        let demo = SoundCourse.demo.replacing("    print(\"a\")", with: "```")
        #expect(fixed(SoundCourse.lesson, demo: demo).changes.isEmpty)
    }
}
