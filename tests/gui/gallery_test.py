"""Drives the gallery: the form of 户口迁移 and every widget of the kit. usage: gallery_test.py zh_CN|en"""
import os
import sys

import pyatspi

from gui_case import (await_node, click, find, press, run, screenshot, showing, text_of, texts, type_text, unnamed,
                      wait_until, walk, find_editable)

LANGUAGE = sys.argv[1]
CHINESE = LANGUAGE == "zh_CN"


def say(english, chinese):
    return chinese if CHINESE else english


def status_is(app, text):
    wait_until(lambda: find(app, text), f"the status never said {text!r}: {texts(app)[-12:]}")


def test_every_control_of_the_form_sheet_has_a_name(app):
    await_node(app, "姓名")
    screenshot(f"form_{LANGUAGE}")
    assert not unnamed(app), "\n".join(unnamed(app))


def test_what_is_typed_arrives_in_the_data(app):
    type_text(app, "姓名", "示例甲")
    status_is(app, "/name = 示例甲")


def test_a_number_typed_in_full_width_is_kept_in_ascii(app):
    type_text(app, "公民身份号码", "３３０３９９１９８５０６１５０１３９")
    status_is(app, "/idno = 330399198506150139")


def test_a_date_is_understood_as_people_type_it(app):
    type_text(app, "出生日期", "1985.6.15")
    status_is(app, "/birth = 1985-06-15")


def test_a_segment_is_chosen_by_its_name(app):
    click(await_node(app, "女", pyatspi.ROLE_TOGGLE_BUTTON, describes="性别"))
    status_is(app, "/sex = 2")
    assert find(app, "女", pyatspi.ROLE_TOGGLE_BUTTON).getState().contains(pyatspi.STATE_CHECKED)


def test_only_one_segment_is_pressed(app):
    click(await_node(app, "男", pyatspi.ROLE_TOGGLE_BUTTON))
    status_is(app, "/sex = 1")
    assert not find(app, "女", pyatspi.ROLE_TOGGLE_BUTTON).getState().contains(pyatspi.STATE_CHECKED)


def test_a_wrong_identity_number_is_told_beside_the_field(app):
    type_text(app, "公民身份号码", "330399198506150130")
    field = find_editable(app, "公民身份号码")
    wait_until(lambda: len(field.description) > len(say("Required", "Required")), "the field is not told what is wrong")
    type_text(app, "公民身份号码", "330399198506150139")


def test_undo_takes_back_the_last_field(app):
    type_text(app, "曾用名", "示例丙")
    status_is(app, "/former = 示例丙")
    press(app, say("Undo", "撤销"))
    wait_until(lambda: text_of(find_editable(app, "曾用名")) == "", "undo did not empty the field")


def test_the_identity_card_fills_fields_and_says_so(app):
    press(app, say("Read card", "读身份证"))
    wait_until(lambda: find(app, say("from the identity card", "读自身份证")), "the source is not shown")
    assert text_of(find_editable(app, "出生日期")) == "1985-06-15"


def test_a_row_is_added_to_the_table_and_its_cells_have_names(app):
    click(await_node(app, role=pyatspi.ROLE_PUSH_BUTTON, name=add_row_name(app)))
    type_text(app, "随迁人员(姓名/关系/证号) 1 姓名", "示例丁")
    assert not unnamed(app), "\n".join(unnamed(app))


def add_row_name(app):
    return next(node.name for node in walk(app)
                if node.name.startswith("随迁人员(姓名/关系/证号): ") and node.getRole() == pyatspi.ROLE_PUSH_BUTTON)


def test_a_missing_field_is_told_when_the_case_is_to_be_sealed(app):
    press(app, say("Accept and seal", "受理并封存"))
    field = find_editable(app, "迁入地址")
    wait_until(lambda: len(field.description or "") > 10, "nothing is said at the empty field")
    screenshot(f"problems_{LANGUAGE}")


def test_a_screen_reader_hears_the_cards(app):
    sentence = say("lacking, Consent: not received, article 10", "缺, 户主同意书:未收, 户口登记条例第10条")
    assert sentence in texts(app), [text for text in texts(app) if "," in text]


def test_navigation_tells_what_waits_and_opens_a_place(app):
    click(await_node(app, say("Outbox (3)", "发件箱 (3)"), pyatspi.ROLE_TOGGLE_BUTTON))
    status_is(app, "opened outbox")


def test_a_situation_is_answered(app):
    click(await_node(app, "迁入", pyatspi.ROLE_TOGGLE_BUTTON))
    status_is(app, "chose in")


def test_the_attention_bar_shows_one_message_after_the_other(app):
    first = say("Page 4 was only half read. The first 3 pages are kept.", "第 4 页只扫到一半(驱动提前结束)。前 3 页已保存。")
    second = say("There is no network. Work goes on.", "网络不通,可继续办理。")
    assert find(app, first) and not find(app, second)
    press(app, say("Close the message", "关闭提示"))
    await_node(app, second)
    press(app, say("Close the message", "关闭提示"))
    wait_until(lambda: not find(app, second), "the bar stayed")


def test_long_work_is_shown_and_can_be_cancelled(app):
    title = say("Importing the catalogue", "正在导入事项目录")
    press(app, say("Import", "导入目录"))
    assert not find(app, title), "shown before a second passed"
    await_node(app, title)
    screenshot(f"busy_{LANGUAGE}")
    press(app, say("Cancel", "取消"))
    wait_until(lambda: not find(app, title), "the strip stayed")
    assert not find(app, "work done")


def test_the_page_is_shown_with_the_list_of_its_marks(app):
    press(app, say("Household register", "户口簿"), pyatspi.ROLE_TOGGLE_BUTTON)
    await_node(app, say("Is the stamp readable?", "印章是否清楚?"))
    wait_until(lambda: any(text.endswith(" %") for text in texts(app)), "no zoom is told")
    assert not unnamed(app), "\n".join(unnamed(app))
    screenshot(f"page_{LANGUAGE}")


def test_zoom_and_turn_answer(app):
    before = next(text for text in texts(app) if text.endswith(" %"))
    press(app, say("Larger", "放大"))
    wait_until(lambda: next(text for text in texts(app) if text.endswith(" %")) != before, "the zoom did not change")
    press(app, say("Turn right", "右转"))
    press(app, say("Whole page", "整页"))
    screenshot(f"turned_{LANGUAGE}")


run(globals(), "onewindow-gallery", os.path.join(os.environ["OW_SOURCE_DIR"], "forms/guides/hk-qy.guide.json"), LANGUAGE)
