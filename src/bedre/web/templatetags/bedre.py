"""What templates say: `{% load bedre %}`. The words are written where they belong and only gathered here."""

from django import template

from .. import drawn, fields, places, words

register = template.Library()

register.simple_tag(drawn.icon)
register.simple_tag(drawn.wheel)
register.simple_tag(drawn.chart)
register.filter(drawn.mark)

register.simple_tag(fields.submission, takes_context=True)
register.simple_tag(fields.form_start, takes_context=True)
register.simple_tag(fields.field)
register.inclusion_tag("web/errors.html")(fields.errors)
register.simple_block_tag(fields.dialog)

register.simple_tag(places.slot, takes_context=True)
register.simple_tag(places.root_url)

for said in (
    words.num,
    words.ord,
    words.hours,
    words.fte,
    words.dato,
    words.dato_full,
    words.ukedag,
    words.uke,
    words.kl,
    words.age,
    words.paper,
):
    register.filter(said)
