import datetime as dt

import pytest
from django import forms
from django.template import Context, RequestContext, Template
from django.utils.translation import override

from bedre.web import slots, words


class Idea(forms.Form):
    title = forms.CharField(label="Title", help_text="One line")
    on = forms.DateField(label="On", required=False, initial=dt.date(2015, 6, 15))
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Sure", required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def render(source: str, **context) -> str:
    return Template("{% load bedre %}" + source).render(Context(context))


def test_a_field_ties_hint_and_error_to_its_input():
    html = render("{% field form.title %}", form=Idea({"title": ""}))
    assert 'for="id_title"' in html
    assert 'aria-describedby="id_title-hint id_title-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title-hint"' in html
    assert 'id="id_title-error"' in html


def test_a_date_gets_the_browsers_own_input_with_a_value_it_takes():
    with override("nb"):
        html = render("{% field form.on %}", form=Idea())
    assert 'type="date"' in html
    assert 'value="2015-06-15"' in html


def test_a_group_is_a_fieldset_and_its_summary_leads_to_the_first_choice():
    form = Idea({"title": "x"})
    assert "<fieldset" in render("{% field form.kind %}", form=form)
    assert 'href="#id_kind_0"' in render("{% errors form %}", form=form)


def test_a_box_has_its_words_behind_it():
    html = render("{% field form.sure %}", form=Idea())
    assert html.index('type="checkbox"') < html.index("Sure")


def test_a_hidden_field_has_no_label():
    assert "<label" not in render("{% field form.hidden %}", form=Idea())


def test_attributes_go_on_the_input():
    assert 'data-keep="x"' in render('{% field form.title data_keep="x" %}', form=Idea())


def test_what_a_person_wrote_is_escaped_everywhere():
    html = render("{% field form.title %}{{ text|mark }}", form=Idea({"title": "<b>"}), text="<i>")
    assert "<b>" not in html
    assert "<i>" not in html


def test_a_dialog_holds_its_content_and_opens_when_told():
    closed = render('{% dialog "No" title="Why?" icon="cross" %}<p>Because</p>{% enddialog %}')
    assert "<p>Because</p>" in closed
    assert "Why?" in closed
    assert " open" not in closed.split(">")[0]
    assert " open" in render('{% dialog "No" opened=True %}x{% enddialog %}').split(">")[0]


def test_a_form_happens_once_and_keeps_what_is_typed(rf):
    request = rf.get("/")
    html = Template('{% load bedre %}{% form_start "/to/" keep="idea" %}').render(RequestContext(request, {}))
    assert 'action="/to/"' in html
    assert 'data-keep="idea"' in html
    assert html.count('name="submission"') == 1
    assert 'name="csrfmiddlewaretoken"' in html


@pytest.mark.parametrize(("days", "said"), [(0, "0 dager"), (1, "1 dag"), (13, "13 dager"), (14, "2 uker"), (50, "7 uker")])
def test_age_is_in_days_and_then_in_weeks(days, said):
    with override("nb"):
        assert words.age(dt.date(2015, 6, 15) - dt.timedelta(days=days)) == said


@pytest.mark.parametrize(("days", "shade"), [(0, 1), (13, 1), (14, 2), (41, 2), (42, 3)])
def test_paper_yellows_after_two_and_six_weeks(days, shade):
    assert words.paper(dt.date(2015, 6, 15) - dt.timedelta(days=days)) == shade


def test_filters_say_nothing_of_nothing():
    assert [fn(None) for fn in (words.num, words.dato, words.dato_full, words.ukedag, words.uke, words.kl, words.age)] == [
        ""
    ] * 7


def test_dates_follow_the_domain_clock_unless_told():
    with override("nb"):
        assert words.dato(dt.date(2015, 3, 1)) == "1.\u00a0mars"
        assert words.dato(dt.date(2015, 3, 1), dt.date(2016, 1, 1)) == "1.\u00a0mars 2015"


def test_slots_are_filled_in_order_and_skip_those_with_nothing(rf):
    place = "test.place"
    slots.register(place, lambda request, **context: "later", order=5)
    slots.register(place, lambda request, **context: None, order=2)
    slots.register(place, lambda request, **context: f"first {context['n']}", order=1)
    assert slots.fill(place, rf.get("/"), n=1) == ["first 1", "later"]
