extension CompileExplanation {
    /// Names, calls and what may be changed.
    static let calls = [
        "cannot_find_in_scope":
            "Nothing of this name is known here. Is it spelled right, declared, and imported (`import ConcurrencyKit`)?",
        "cannot_find_in_scope_corrected":
            "Nothing of this name is known here, but something that is spelled almost so.",
        "cannot_find_type_in_scope":
            "No type of this name is known here. Is it spelled right, and imported?",
        "cannot_find_self_in_scope":
            "`self` is the object whose method runs, and this is no method.",
        "sema_no_import":
            "There is no such module here. An exercise can import ConcurrencyKit and what comes with Swift.",
        "could_not_find_value_member":
            "Values of this type have no property or method of this name. Is it spelled right, and is the type what you think?",
        "could_not_find_type_member":
            "The type itself has no member of this name. Is it spelled right, or does it belong to a value of the type?",
        "ambiguous_decl_ref":
            "Several functions have this name, and none fits better than the others. A closure, or a type behind it, tells which.",
        "closure_argument_list_tuple":
            "Either the closure takes another number of arguments, or a mistake inside of it hides which function is meant.",
        "cannot_infer_base_of_unresolved_member":
            "What begins with a dot needs a type around it. Is the name in front of this call spelled right?",
        "instance_member_use_on_type":
            "The method belongs to a value of the type, not to the type itself. Make a value first.",
        "candidate_inaccessible":
            "This is private: only the type that it belongs to may use it.",
        "cannot_call_non_function_value":
            "Only functions can be called with `()`, and this is a value.",
        "missing_argument_positional":
            "The function takes more arguments than it is given. Compare the call with the function's declaration.",
        "missing_argument_named":
            "An argument is missing. Compare the call with the declaration: every parameter without a default needs one.",
        "extra_argument_positional":
            "The function takes fewer arguments than it is given. Compare the call with the function's declaration.",
        "missing_argument_labels":
            "The argument needs its label, as in `f(of: 1)`: labels are part of a function's name.",
        "extra_argument_labels":
            "The argument takes no label: its parameter is declared with `_`.",
        "wrong_argument_labels":
            "The label is another one in the function's declaration: labels are part of a function's name.",
        "assignment_lhs_is_immutable_variable":
            "A `let` or a parameter keeps its value. Use a `var` for what shall change.",
        "cannot_pass_rvalue_mutating_subelement":
            "This method changes the value, and a `let` or a parameter cannot change. Use a `var`, or copy it into one.",
        "variable_used_before_initialized":
            "On some way to this line the variable has not been given a value yet.",
        "invalid_redecl":
            "There are two of this name in one place. Rename one of them, or take it away.",
        "attr_ApplicationMain_multiple":
            "The checks are the program, and call your functions: leave `@main` away in your file.",
    ]

    /// How it is written.
    static let syntax = [
        "illegal_top_level_expr":
            "Your file only declares functions and types, and the checks call them. Put this line into a function.",
        "statement_same_line_without_semi":
            "Swift reads two statements here. Write each on a line of its own, or look for a missing operator, comma or bracket.",
        "expected_rbrace_in_brace_stmt":
            "A `{` is never closed. The note says which.",
        "extra_rbrace": "There is one `}` more than `{`. An earlier one may close too much.",
        "lex_unterminated_string": "The text has no `\"` at its end, on the same line.",
        "expected_expr": "A value or a call should stand here.",
        "expected_pattern": "A name should stand here.",
        "break_outside_loop": "`break` and `continue` belong into a loop. To leave a function, write `return`.",
        "jump_out_of_defer":
            "What stands in `defer` runs while the function is being left, so it cannot leave it again.",
    ]
}
