package org.defcore.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code report.html}: one file that needs no network and no script, for the screen, the
 * phone and paper.
 */
public final class HtmlReport {

  private static final String TEMPLATE = "report.ftlh";

  private final Configuration templates;

  public HtmlReport() {
    templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setTemplateLoader(new ClassTemplateLoader(HtmlReport.class, ""));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setWrapUncheckedExceptions(true);
    templates.setLocale(Locale.ROOT);
    templates.setLocalizedLookup(false);
  }

  /** The whole document; the same model gives the same bytes. */
  public String render(ReportModel report) {
    StringWriter html = new StringWriter();
    try {
      templates.getTemplate(TEMPLATE).process(Map.of("page", new HtmlPage(report)), html);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException(TEMPLATE + " does not fit the report: " + e.getMessage(), e);
    }
    return PlainText.of(html.toString());
  }
}
