/// Names that are syntax in some format, or no words at all.
enum HostileNames {
    static let all: [String] =
        [
            "", " ", "end", "loop", "participant", "wrap:no", ":nowrap: x", "a;b", "#59;", "&amp;", "<br>",
            "<b>bold</b>",
            "%% comment", "%%{init: {}}%%", "A->>B: hi", "a-)b", "---", "@{x}", "$$x^2$$", "`tick`", "**star**",
            "\"quoted\"",
            "back\\slash", "new\nline", "\r\n", "tab\t", "\u{0}\u{1}\u{1F}\u{7F}", "\u{202E}reversed",
            "\u{2028}\u{2029}\u{85}",
            "</script>", "{\"ph\":\"E\"}", "],}", "é 家 👩‍👩‍👧", "e\u{301}", "the loop", "task 3", "as", "x as y", "destroy",
            String(repeating: "long ", count: 50),
        ] + (32..<127).map { "x\(Unicode.Scalar(UInt8($0)))y" } + (33..<127).map { "\(Unicode.Scalar(UInt8($0)))" }
}
